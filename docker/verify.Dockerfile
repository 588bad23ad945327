# The command workspace-api, to verify a server. docs/docker.md shows how to build and run it.
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
COPY --from=build /build/dist/tarballs/workspace-api-contract-*.tgz ./
RUN npm install --omit=dev --ignore-scripts --no-audit --no-fund ./workspace-api-contract-*.tgz && rm ./*.tgz

FROM base
LABEL org.opencontainers.image.title="workspace-api" \
      org.opencontainers.image.description="Verifies that a live Workspace API keeps its error contract" \
      org.opencontainers.image.licenses="MIT" \
      org.opencontainers.image.source="https://github.com/your-org/workspace-api-contract" \
      org.opencontainers.image.documentation="https://github.com/your-org/workspace-api-contract/blob/main/docs/docker.md"
# The image does not contain Dredd.
ENV NODE_ENV=production WORKSPACE_API_SENDER=http
COPY --from=install /app /app
# Where to mount the folder with the target file.
WORKDIR /work
# The user "node", as a number, so that Kubernetes can tell that it is not root.
USER 1000:1000
ENTRYPOINT ["node", "/app/node_modules/.bin/workspace-api"]
CMD ["verify"]
