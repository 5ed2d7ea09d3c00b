// Digests, keys and seals by OpenSSL's libcrypto. Each function returns whether it could; those that
// could not have run out of memory, or of what their arguments allow.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    /// Bytes of a SHA-256 digest, of a key that is derived, and of AES-256's key.
    cryptography_digest = 32,
    /// Bytes of GCM's nonce and of its tag.
    cryptography_nonce = 12,
    cryptography_tag = 16,
};

/// SHA-256 (FIPS 180-4).
bool cryptography_sha256(const uint8_t *bytes, size_t length, uint8_t *digest);

/// HMAC-SHA-256 (RFC 2104) of what comes in parts.
typedef struct cryptography_mac cryptography_mac;

/// Null where there was no memory. Whoever began it frees it.
cryptography_mac *cryptography_mac_begin(const uint8_t *key, size_t length);
bool cryptography_mac_add(cryptography_mac *mac, const uint8_t *bytes, size_t length);
bool cryptography_mac_end(cryptography_mac *mac, uint8_t *digest);
void cryptography_mac_free(cryptography_mac *mac);

/// HKDF-SHA-256 (RFC 5869) without a salt.
bool cryptography_derive(
    const uint8_t *secret, size_t secret_length, const uint8_t *info, size_t info_length,
    uint8_t *key, size_t key_length);

/// AES-256-GCM (NIST SP 800-38D): `sealed` has room for as many bytes as `plain` and the tag.
bool cryptography_seal(
    const uint8_t *key, const uint8_t *nonce, const uint8_t *context, size_t context_length,
    const uint8_t *plain, size_t plain_length, uint8_t *sealed);

/// `sealed_length` counts the tag; false too where the tag doesn't fit. `plain` has room for
/// `sealed_length` bytes without the tag's.
bool cryptography_open(
    const uint8_t *key, const uint8_t *nonce, const uint8_t *context, size_t context_length,
    const uint8_t *sealed, size_t sealed_length, uint8_t *plain);

/// scrypt (RFC 7914) with the memory that its parameters need.
bool cryptography_scrypt(
    const char *password, size_t password_length, const uint8_t *salt, size_t salt_length,
    uint64_t rounds, uint64_t block_size, uint64_t parallelism, uint8_t *key, size_t key_length);
