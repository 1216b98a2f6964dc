import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { stringify } from 'yaml';
import type { HttpEnv } from '../http/doors.ts';
import { createStaticFiles } from '../http/static-files.ts';
import { buildOpenApi } from './openapi.ts';
import { BASE } from './table.ts';

/** Everything from this server and no inline script, so that the pages' content policy holds. */
const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Forewarn API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${BASE}/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<script src="${BASE}/docs/swagger-ui-bundle.js"></script>
<script src="${BASE}/docs/start.js"></script>
</body>
</html>
`;
const START = `SwaggerUIBundle({ url: '${BASE}/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: false, validatorUrl: null });\n`;
const ASSETS = ['/swagger-ui.css', '/swagger-ui-bundle.js'];

/** The OpenAPI document as JSON and YAML, and a page to read it. */
export function mountDocs(app: Hono<HttpEnv>): void {
  const document = buildOpenApi();
  const json = JSON.stringify(document);
  const yaml = stringify(document, { aliasDuplicateObjects: false });
  const files = createStaticFiles(dirname(fileURLToPath(import.meta.resolve('swagger-ui-dist/swagger-ui.css'))));
  const cache = 'public, max-age=300';

  app.get(`${BASE}/openapi.json`, (c) =>
    c.body(json, 200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': cache }),
  );
  app.get(`${BASE}/openapi.yaml`, (c) =>
    c.body(yaml, 200, { 'Content-Type': 'application/yaml; charset=utf-8', 'Cache-Control': cache }),
  );
  app.get(`${BASE}/docs`, (c) => c.html(PAGE));
  app.get(`${BASE}/docs/start.js`, (c) =>
    c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': cache }),
  );
  for (const asset of ASSETS) {
    app.get(`${BASE}/docs${asset}`, async (c) => {
      const file = await files.find(asset);
      return file ? files.answer(c, file, cache) : c.notFound();
    });
  }
}
