/// Two certificates for `localhost` and their keys, made for these tests and used nowhere else.
enum TestCertificates {
    static let first = """
        -----BEGIN CERTIFICATE-----
        MIIBnjCCAUOgAwIBAgIUdH0rkVSHAlfUqGbWFd/RcFr+De4wCgYIKoZIzj0EAwIw
        GDEWMBQGA1UEAwwNZmlyc3QuZXhhbXBsZTAgFw0yNjExMjEyMzM1MjNaGA8yMTI2
        MTAyODIzMzUyM1owGDEWMBQGA1UEAwwNZmlyc3QuZXhhbXBsZTBZMBMGByqGSM49
        AgEGCCqGSM49AwEHA0IABJlvHw4vbnLTDjUJFpNF37mFkLubF8SIwR+q3fpfTwP6
        GUBEip9ZQtvEMLQeIiICqwKnPLDgbK0BXKw5X0nhYRajaTBnMB0GA1UdDgQWBBSu
        bZnjm0qcAXPbGQ/HhGY67GyukzAfBgNVHSMEGDAWgBSubZnjm0qcAXPbGQ/HhGY6
        7GyukzAPBgNVHRMBAf8EBTADAQH/MBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAKBggq
        hkjOPQQDAgNJADBGAiEAzuDDdTq3mPKcV/72V91Sg/xx7jnKsRJOXdcZetVm5gcC
        IQCA9MxbZyxdh0bk6NUJiliFDQ4L66+FrTFdgEPEZUN7hQ==
        -----END CERTIFICATE-----
        """

    static let firstKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgNE/FCKS8kRiQDm8n
        qZ8NFkIZl/ttaiMFEDOPiWrQZrOhRANCAASZbx8OL25y0w41CRaTRd+5hZC7mxfE
        iMEfqt36X08D+hlARIqfWULbxDC0HiIiAqsCpzyw4GytAVysOV9J4WEW
        -----END PRIVATE KEY-----
        """

    static let second = """
        -----BEGIN CERTIFICATE-----
        MIIBnjCCAUWgAwIBAgIUOnfe74/VkswPKPnDsoAdcCmz/RQwCgYIKoZIzj0EAwIw
        GTEXMBUGA1UEAwwOc2Vjb25kLmV4YW1wbGUwIBcNMjYxMTIxMjMzNTIzWhgPMjEy
        NjEwMjgyMzM1MjNaMBkxFzAVBgNVBAMMDnNlY29uZC5leGFtcGxlMFkwEwYHKoZI
        zj0CAQYIKoZIzj0DAQcDQgAEccJ0CQwGdS1YqsLZda4zYvRjNLsDJjZNs7LXUZsj
        Pm02nI29Xp/oSm7BzaKYVyKOE0QOXE1EcAIuICVR72Wxb6NpMGcwHQYDVR0OBBYE
        FD7YYWxYI3fEmlK8LkvR3iMNfxqkMB8GA1UdIwQYMBaAFD7YYWxYI3fEmlK8LkvR
        3iMNfxqkMA8GA1UdEwEB/wQFMAMBAf8wFAYDVR0RBA0wC4IJbG9jYWxob3N0MAoG
        CCqGSM49BAMCA0cAMEQCIHXPqEEXD6IuIqw9/uXzDPO99mvmALre7aj36lwZEPft
        AiBEQf0QIFXyevoKFvt1+DKNDGSNhyW6y2aobZSPdbabNg==
        -----END CERTIFICATE-----
        """

    static let secondKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQghKUNsjvg7gFIa8a8
        40SU/kc4prL1z/4Kk5stBjapPRqhRANCAARxwnQJDAZ1LViqwtl1rjNi9GM0uwMm
        Nk2zstdRmyM+bTacjb1en+hKbsHNophXIo4TRA5cTURwAi4gJVHvZbFv
        -----END PRIVATE KEY-----
        """
}
