#include "cryptography.h"

#include <limits.h>
#include <openssl/evp.h>
#include <pthread.h>

static pthread_once_t looked_up = PTHREAD_ONCE_INIT;
static EVP_CIPHER *aes;

static void look_up(void) { aes = EVP_CIPHER_fetch(NULL, "AES-256-GCM", NULL); }

// A cipher that knows its key and nonce, and what goes with the text; null for failure.
static EVP_CIPHER_CTX *begin(
    bool is_sealing, const uint8_t *key, const uint8_t *nonce, const uint8_t *context,
    size_t context_length) {
    pthread_once(&looked_up, look_up);
    EVP_CIPHER_CTX *cipher = aes ? EVP_CIPHER_CTX_new() : NULL;
    int taken = 0;
    if (cipher && context_length <= INT_MAX
        && EVP_CipherInit_ex2(cipher, aes, key, nonce, is_sealing, NULL) == 1
        && EVP_CipherUpdate(cipher, NULL, &taken, context, (int)context_length) == 1) {
        return cipher;
    }
    EVP_CIPHER_CTX_free(cipher);
    return NULL;
}

bool cryptography_seal(
    const uint8_t *key, const uint8_t *nonce, const uint8_t *context, size_t context_length,
    const uint8_t *plain, size_t plain_length, uint8_t *sealed) {
    EVP_CIPHER_CTX *cipher = begin(true, key, nonce, context, context_length);
    int written = 0, rest = 0;
    bool is_done = cipher && plain_length <= INT_MAX
        && EVP_CipherUpdate(cipher, sealed, &written, plain, (int)plain_length) == 1
        && EVP_CipherFinal_ex(cipher, sealed + written, &rest) == 1
        && EVP_CIPHER_CTX_ctrl(
               cipher, EVP_CTRL_AEAD_GET_TAG, cryptography_tag, sealed + plain_length)
            == 1;
    EVP_CIPHER_CTX_free(cipher);
    return is_done;
}

bool cryptography_open(
    const uint8_t *key, const uint8_t *nonce, const uint8_t *context, size_t context_length,
    const uint8_t *sealed, size_t sealed_length, uint8_t *plain) {
    if (sealed_length < cryptography_tag || sealed_length > INT_MAX) return false;
    size_t length = sealed_length - cryptography_tag;
    EVP_CIPHER_CTX *cipher = begin(false, key, nonce, context, context_length);
    int written = 0, rest = 0;
    bool is_done = cipher
        && EVP_CIPHER_CTX_ctrl(
               cipher, EVP_CTRL_AEAD_SET_TAG, cryptography_tag, (void *)(sealed + length))
            == 1
        && EVP_CipherUpdate(cipher, plain, &written, sealed, (int)length) == 1
        && EVP_CipherFinal_ex(cipher, plain + written, &rest) == 1;
    EVP_CIPHER_CTX_free(cipher);
    return is_done;
}
