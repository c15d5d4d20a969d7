# The service alone. It uses the server in DATABASE_URL and DATABASE_OWNER_URL, or runs its embedded one in /data.
FROM node:20-slim

WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev && npm cache clean --force

COPY .swcrc ./
COPY scripts scripts
COPY migrations migrations
COPY reports reports
COPY src src
COPY web web
RUN npm run build && install --directory --owner=node --group=node --mode=0700 /data

ENV NODE_ENV=production COUNTERSIGN_DATA=/data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/api/health/ready').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "scripts/countersign.mjs"]
CMD ["serve"]
