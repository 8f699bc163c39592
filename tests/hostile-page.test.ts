import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Browser, BrowserContext } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createPortal } from '../examples/portal/src/create-portal.ts'
import { freePorts } from '../scripts/free-ports.ts'
import { launchCallBrowser } from '../scripts/launch-call-browser.ts'

/*
 * A page of another site against the portal of the demo and a page as the guide describes it: it frames the portal, sends it messages, and
 * the script of the elements is replaced by another one.
 */

declare global {
  interface Window {
    heard: unknown[]
    opened: Window | null
    stolen?: boolean
  }
}

const root = join(import.meta.dirname, '..')
const servers: Server[] = []
const serve = (port: number, listener: RequestListener): Promise<void> =>
  new Promise((resolve) => {
    const server = createServer(listener)
    servers.push(server)
    server.listen(port, '127.0.0.1', resolve)
  })

let browser: Browser
let context: BrowserContext
/** Another site than `localhost`. */
let hostile = ''
let portal = ''
let guide = ''
let elements = ''
let isSwapped = false

/** The line of the guide that loads the elements, with the hash that the guide says how to compute. */
const scriptOfGuide = async (): Promise<string> => {
  const text = await readFile(join(root, 'docs/guides/first-hour.md'), 'utf8')
  const line = /^<script type="module" src="\/elements\/visitkit\.js".*crossorigin.*<\/script>$/m.exec(text)?.[0] ?? ''
  return line.replace('sha384-…', `sha384-${createHash('sha384').update(elements).digest('base64')}`)
}

beforeAll(async () => {
  const [hostilePort = 0, portalPort = 0, issuerPort = 0, guidePort = 0] = await freePorts(4)
  hostile = `http://127.0.0.1:${hostilePort}`
  portal = `http://localhost:${portalPort}`
  guide = `http://localhost:${guidePort}`
  const issuer = `http://localhost:${issuerPort}`
  await serve(issuerPort, (_request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(
      JSON.stringify({ issuer, authorization_endpoint: `${issuer}/sign-in`, token_endpoint: `${issuer}/token` }),
    )
  })
  const app = await createPortal({
    port: portalPort,
    origin: portal,
    issuer,
    clientId: 'portal',
    clientSecret: 'secret-of-the-portal',
    visitkitUrl: 'http://localhost:9',
    visitkitClientId: 'portal',
    visitkitClientSecret: 'secret-of-the-portal',
    videoOrigins: [],
    videoBundlePath: null,
    elementsFolder: tmpdir(),
  })
  await serve(portalPort, app.callback())
  await serve(hostilePort, (_request, response) => {
    response.setHeader('content-type', 'text/html')
    response.end(`<!doctype html><title>Win a prize</title><iframe src="${portal}/"></iframe>`)
  })
  const { outputFiles } = await build({
    entryPoints: [join(root, 'packages/elements/src/define/provider.ts')],
    ...{ bundle: true, format: 'esm', target: 'es2022', write: false, minify: true },
  })
  elements = outputFiles[0]?.text ?? ''
  const script = await scriptOfGuide()
  await serve(guidePort, ({ url }, response) => {
    const isScript = url === '/elements/visitkit.js'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    if (isScript) return response.end(isSwapped ? `${elements}\nwindow.stolen = true` : elements)
    return response.end(`<!doctype html><title>Hillside</title>${script}<visit-provider></visit-provider>`)
  })
  browser = await launchCallBrowser()
})
afterAll(async () => {
  await browser?.close()
  for (const server of servers) {
    server.close()
    server.closeAllConnections()
  }
})
beforeEach(async () => {
  isSwapped = false
  context = await browser.newContext()
  await context.addInitScript(() => {
    window.heard = []
    addEventListener('message', ({ data }) => window.heard.push(data))
  })
})
afterEach(() => context.close())

const portalText = 'Lakeside Health'

describe('a page of another site', () => {
  it('cannot frame the portal, which opens by itself', async () => {
    const own = await context.newPage()
    await own.goto(portal)
    expect(await own.content()).toContain(portalText)

    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => void refused.push(message.text()))
    await page.goto(hostile)
    const framed = (): Promise<string> => page.frames()[1]?.content() ?? Promise.resolve('')
    await expect
      .poll(async () => refused.join('\n') + (await framed()), { timeout: 20_000 })
      .toMatch(/frame-ancestors|Lakeside/)
    expect(refused.join('\n')).toContain('frame-ancestors')
    expect(await framed()).not.toContain(portalText)
  })

  it('cannot send a message to a portal that it opened, and the portal does not know who opened it', async () => {
    const page = await context.newPage()
    await page.goto(hostile)
    const opening = context.waitForEvent('page')
    await page.evaluate((url) => void (window.opened = window.open(url)), portal)
    const opened = await opening
    await opened.waitForURL(`${portal}/`)
    await opened.waitForLoadState()
    await page.evaluate(() => window.opened?.postMessage({ type: 'visit-session-ended' }, '*'))
    expect(await opened.content()).toContain(portalText)
    // A message of the page itself arrives: the one from outside would have arrived before it.
    await opened.evaluate(() => postMessage('own', '*'))
    await expect.poll(() => opened.evaluate(() => window.heard), { timeout: 20_000 }).toContain('own')
    expect(await opened.evaluate(() => window.heard)).toEqual(['own'])
    expect(await opened.evaluate(() => window.opener)).toBeNull()
    expect(await page.evaluate(() => window.opened?.closed)).toBe(true)
  })
})

describe('a page as the guide describes it', () => {
  const isDefined = async () => {
    const page = await context.newPage()
    const refused: string[] = []
    page.on('console', (message) => void refused.push(message.text()))
    await page.goto(guide)
    return {
      refused: refused.join('\n'),
      hasElement: await page.evaluate(() => customElements.get('visit-provider') !== undefined),
      isStolen: await page.evaluate(() => window.stolen === true),
    }
  }

  it('runs the script of the elements that it names', async () => {
    expect(await isDefined()).toMatchObject({ hasElement: true, isStolen: false })
  })

  it('does not run another script in its place', async () => {
    isSwapped = true
    const { refused, ...found } = await isDefined()
    expect(found).toEqual({ hasElement: false, isStolen: false })
    expect(refused).toContain('integrity')
  })
})
