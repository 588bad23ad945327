# The reference server. docs/docker.md shows how to build and run it.
FROM node:24.21.0-trixie-slim AS base

FROM base AS build
WORKDIR /build
COPY package.json package-lock.json ./
COPY packages packages
# The build needs no install script: the Node of this image replaces the one that the repository installs.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build

FROM base AS install
WORKDIR /app
COPY --from=build /build/dist/tarballs/workspace-api-server-*.tgz ./
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund ./workspace-api-server-*.tgz && rm ./*.tgz

FROM base
LABEL org.opencontainers.image.title="workspace-api-server" \
      org.opencontainers.image.description="The reference server of the Workspace API, with SQLite or PostgreSQL" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/your-org/workspace-api-contract" \
      org.opencontainers.image.documentation="https://github.com/your-org/workspace-api-contract/blob/main/docs/docker.md"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /app
COPY --from=install /app ./
COPY docker/health-check.mjs ./
# The place for an SQLite file. A new volume that is mounted here gets the same owner.
RUN mkdir /data && chown 1000:1000 /data
# The user "node", as a number, so that Kubernetes can tell that it is not root.
USER 1000:1000
EXPOSE 4000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s CMD ["node", "/app/health-check.mjs"]
ENTRYPOINT ["node", "/app/node_modules/.bin/workspace-api-server"]
CMD ["serve"]
