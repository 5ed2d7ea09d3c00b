#include "cryptography.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <pthread.h>

static char sha256_name[] = "SHA256";

// Looked up once: OpenSSL 3 searches its providers each time it is asked by name.
static pthread_once_t looked_up = PTHREAD_ONCE_INIT;
static EVP_MD *sha256;
static EVP_MAC *hmac;

static void look_up(void) {
    sha256 = EVP_MD_fetch(NULL, sha256_name, NULL);
    hmac = EVP_MAC_fetch(NULL, "HMAC", NULL);
}

bool cryptography_sha256(const uint8_t *bytes, size_t length, uint8_t *digest) {
    pthread_once(&looked_up, look_up);
    return sha256 && EVP_Digest(bytes, length, digest, NULL, sha256, NULL) == 1;
}

static OSSL_PARAM named_sha256(const char *parameter) {
    return OSSL_PARAM_construct_utf8_string(parameter, sha256_name, 0);
}

// The context of OpenSSL under a name of ours.
static EVP_MAC_CTX *inner(cryptography_mac *mac) { return (EVP_MAC_CTX *)mac; }

cryptography_mac *cryptography_mac_begin(const uint8_t *key, size_t length) {
    pthread_once(&looked_up, look_up);
    EVP_MAC_CTX *context = hmac ? EVP_MAC_CTX_new(hmac) : NULL;
    OSSL_PARAM parameters[] = {named_sha256(OSSL_MAC_PARAM_DIGEST), OSSL_PARAM_construct_end()};
    if (context && EVP_MAC_init(context, key, length, parameters) != 1) {
        EVP_MAC_CTX_free(context);
        context = NULL;
    }
    return (cryptography_mac *)context;
}

bool cryptography_mac_add(cryptography_mac *mac, const uint8_t *bytes, size_t length) {
    return EVP_MAC_update(inner(mac), bytes, length) == 1;
}

bool cryptography_mac_end(cryptography_mac *mac, uint8_t *digest) {
    size_t written = 0;
    return EVP_MAC_final(inner(mac), digest, &written, cryptography_digest) == 1
        && written == cryptography_digest;
}

void cryptography_mac_free(cryptography_mac *mac) { EVP_MAC_CTX_free(inner(mac)); }

bool cryptography_derive(
    const uint8_t *secret, size_t secret_length, const uint8_t *info, size_t info_length,
    uint8_t *key, size_t key_length) {
    EVP_KDF *hkdf = EVP_KDF_fetch(NULL, "HKDF", NULL);
    EVP_KDF_CTX *context = hkdf ? EVP_KDF_CTX_new(hkdf) : NULL;
    OSSL_PARAM parameters[] = {
        named_sha256(OSSL_KDF_PARAM_DIGEST),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, (void *)secret, secret_length),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, (void *)info, info_length),
        OSSL_PARAM_construct_end(),
    };
    bool is_done = context && EVP_KDF_derive(context, key, key_length, parameters) == 1;
    EVP_KDF_CTX_free(context);
    EVP_KDF_free(hkdf);
    return is_done;
}

bool cryptography_scrypt(
    const char *password, size_t password_length, const uint8_t *salt, size_t salt_length,
    uint64_t rounds, uint64_t block_size, uint64_t parallelism, uint8_t *key, size_t key_length) {
    // As OpenSSL counts it: a block for each lane, the table, and two blocks to work in.
    uint64_t block = 128 * block_size;
    uint64_t memory = block * parallelism + block * (rounds + 2);
    return EVP_PBE_scrypt(
               password, password_length, salt, salt_length, rounds, block_size, parallelism,
               memory, key, key_length)
        == 1;
}
