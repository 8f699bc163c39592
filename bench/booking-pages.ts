import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { nodeResolve } from '@rollup/plugin-node-resolve'
import { build } from 'esbuild'
import { rollup } from 'rollup'
import esbuild, { minify } from 'rollup-plugin-esbuild'
import { minifyTemplates } from '../packages/elements/minify-templates.ts'
import { createMemoryTransport } from '../packages/sdk/src/testing/memory-transport.ts'
import { createSampleWorld } from '../packages/sdk/src/testing.ts'

const fixtures = join(import.meta.dirname, 'fixtures/booking-page')
export type PageName = 'element' | 'twin'
type Files = Map<string, { readonly type: string; readonly bytes: Buffer }>

export interface BookingPages {
  readonly url: Readonly<Record<PageName, string>>
  stop(): Promise<void>
}

/** The booking element and its React twin, each on its own page, with the same responses: those of the SDK's sample world. */
export const startBookingPages = async (): Promise<BookingPages> => {
  const world = createSampleWorld({ stage: 'new' })
  const api = createMemoryTransport(world.handlersFor('patient'), () => undefined) as unknown as Send
  const files: Files = new Map()
  const add = (path: string, type: string, text: string): void =>
    void files.set(path, { type, bytes: brotliCompressSync(text) })
  for (const { name, code } of await bundleElement()) add(`/element/${name}`, 'text/javascript', code)
  add('/twin/main.js', 'text/javascript', await bundleTwin())
  const given = `visit-type-id="visit-type-new" practitioner-id="${world.ids.practitionerId}" patient-id="${world.ids.patientId}"`
  add(
    '/element/',
    'text/html',
    page(
      '/element/main.js',
      '',
      `<visit-provider><visit-booking zone="America/New_York" ${given}></visit-booking></visit-provider>`,
    ),
  )
  const styles = `<style>${await readFile(join(fixtures, 'twin.css'), 'utf8')}</style>`
  add(
    '/twin/',
    'text/html',
    page(
      '/twin/main.js',
      styles,
      `<div id="root" ${given.replaceAll(/(\w+)-(\w+)-id=|(\w+)-id=/g, (name) => `data-${name}`)}></div>`,
    ),
  )

  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://bench')
    const file = files.get(pathname)
    if (file) {
      response.writeHead(200, {
        'content-type': `${file.type}; charset=utf-8`,
        'content-encoding': 'br',
        'content-length': file.bytes.length,
        'cache-control': 'no-store',
      })
      response.end(file.bytes)
      return
    }
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString()
      api((request.method ?? 'GET').toLowerCase(), pathname.replace(/^\/v1\//, ''), {
        query: Object.fromEntries(searchParams),
        json: body === '' ? undefined : JSON.parse(body),
      }).then(
        (answer) => sendJson(200, answer ?? {}),
        (error: { status?: number; code?: string }) =>
          sendJson(error.status || 404, { status: error.status, code: error.code }),
      )
    })
    const sendJson = (status: number, value: unknown): void => {
      const bytes = brotliCompressSync(JSON.stringify(value))
      response.writeHead(status, {
        'content-type': status < 400 ? 'application/json' : 'application/problem+json',
        'content-encoding': 'br',
        'content-length': bytes.length,
      })
      response.end(bytes)
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: { element: `${base}/element/`, twin: `${base}/twin/` },
    stop: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

type Send = (verb: string, path: string, options: { query: Record<string, string>; json: unknown }) => Promise<unknown>

const page = (script: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Book a visit</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,">${head}<script type="module" src="${script}"></script></head><body><h1>Lakeside Health</h1>${body}</body></html>`

/** As the elements are built for publishing. */
const bundleElement = async (): Promise<{ name: string; code: string }[]> => {
  const bundle = await rollup({
    input: { main: join(fixtures, 'element.ts') },
    external: ['@daily-co/daily-js'],
    plugins: [
      nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['browser', 'production'], browser: true }),
      esbuild({ target: 'es2022', tsconfig: false }),
      minifyTemplates(),
      minify({ target: 'es2022', legalComments: 'none' }),
    ],
  })
  const { output } = await bundle.generate({
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  })
  await bundle.close()
  return output.flatMap((one) => (one.type === 'chunk' ? [{ name: one.fileName, code: one.code }] : []))
}

const bundleTwin = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(fixtures, 'react-twin.jsx')],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return outputFiles[0]?.text ?? ''
}
