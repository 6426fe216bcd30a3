# A mistake on purpose: the secret is copied in and deleted again. It is still in the layer between.

# Where it is made. Nothing of this stage is in the image but what is copied from it below.
FROM swift:6.3.1-bookworm AS build
RUN apt-get update \
    && apt-get install -y --no-install-recommends libssl-dev=3.0.* libsqlite3-dev=3.40.* pkg-config=1.8.* \
    && rm -rf /var/lib/apt/lists/*
WORKDIR /service

# The packages have a layer of their own: it is made again only when the manifest has changed.
COPY Package.swift ./
RUN swift package resolve

# Swift's own libraries go into the program, so that the image needs no Swift; -s leaves the symbols out.
COPY Sources Sources
COPY Tests Tests
RUN swift build --configuration release --product containerizing --static-swift-stdlib -Xlinker -s \
    && cp "$(swift build --configuration release --show-bin-path)/containerizing" /usr/local/bin/

# What runs: a small Debian, the two C libraries, one program.
FROM debian:bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libssl3=3.0.* libsqlite3-0=3.40.* \
    && rm -rf /var/lib/apt/lists/* \
    && install --directory --owner=10001 --group=10001 --mode=0700 /data
COPY --from=build /usr/local/bin/containerizing /usr/local/bin/containerizing
COPY secrets/jwt-secret /run/jwt-secret
RUN chmod 0444 /run/jwt-secret && rm /run/jwt-secret

# A number needs no entry in /etc/passwd, and an engine can see that it is not root's.
USER 10001:10001

# The accounts outlive the container here. Secrets come when it starts: from JWT_SECRET_FILE, never from a layer.
VOLUME /data
EXPOSE 5000
HEALTHCHECK --interval=30s --timeout=3s --start-period=5s CMD ["/usr/local/bin/containerizing", "--healthcheck"]
ENTRYPOINT ["/usr/local/bin/containerizing"]
