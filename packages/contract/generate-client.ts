import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import type { OpenApiDocument } from './src/lint-contract.ts'
import { writeClient } from './src/write-client.ts'

/** Generates the SDK's typed resources from the OpenAPI document. Called by generate.ts, or alone with `node generate-client.ts`. */
const document = parse(
  await readFile(join(import.meta.dirname, 'generated', 'openapi.yaml'), 'utf8'),
) as OpenApiDocument
const target = join(import.meta.dirname, '..', 'sdk', 'src', 'generated')
await mkdir(target, { recursive: true })
for (const [file, source] of Object.entries(writeClient(document))) await writeFile(join(target, file), source)
