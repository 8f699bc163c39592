import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { findProgram } from './find-program.ts'
import { freePorts } from './free-ports.ts'
import { installDebianPackage } from './install-debian-package.ts'
import { isExecutable } from './is-executable.ts'

/** One page of WebKitGTK, which only WebDriver can drive. Debian's build has no WebRTC. */
export interface WebKitPage {
  goto(url: string): Promise<void>
  url(): Promise<string>
  /** Runs the body of an asynchronous function in the page, with these values as `arguments`. */
  run<Result>(body: string, ...values: readonly unknown[]): Promise<Result>
  screenshot(): Promise<Buffer>
  stop(): Promise<void>
}

const packages = [
  'webkitgtk-webdriver',
  'libwebkit2gtk-4.1-0',
  'xvfb',
  'xauth',
  'dbus-daemon',
  'gstreamer1.0-plugins-good',
]
const missing =
  'The check of WebKit needs WebKitGTK and a display in memory (Debian: apt-get install webkitgtk-webdriver xvfb xauth dbus-daemon gstreamer1.0-plugins-good).'

/** The small browser of the library, which Debian keeps next to it. */
const findMiniBrowser = async (): Promise<string | null> => {
  for (const folder of await readdir('/usr/lib').catch(() => [])) {
    const path = join('/usr/lib', folder, 'webkit2gtk-4.1', 'MiniBrowser')
    if (await isExecutable(path)) return path
  }
  return null
}

const install = async (): Promise<{ readonly driver: string; readonly browser: string }> => {
  const found = await findMiniBrowser()
  if (!found || !(await isExecutable('/usr/bin/xvfb-run')))
    for (const name of packages) await installDebianPackage(name)
  const driver = await findProgram({
    variable: 'WEBKIT_DRIVER_PATH',
    paths: ['/usr/bin/WebKitWebDriver'],
    package: 'webkitgtk-webdriver',
    missing,
  })
  const browser = process.env['WEBKIT_BROWSER_PATH'] ?? (await findMiniBrowser())
  if (!browser) throw new Error(`${missing} Or set WEBKIT_BROWSER_PATH.`)
  return { driver, browser }
}

/** Starts a browser with a pretended camera and microphone. */
export const startWebKit = async (): Promise<WebKitPage> => {
  const { driver, browser } = await install()
  const [port = 0] = await freePorts(1)
  const child = spawn('xvfb-run', ['-a', 'dbus-run-session', '--', driver, `--port=${port}`], {
    // Its own group: `xvfb-run` does not pass a signal on.
    ...{ stdio: 'ignore', detached: true },
    env: {
      ...process.env,
      ...{ LC_ALL: 'C.UTF-8', TZ: 'America/New_York' },
      // Root has no sandbox. The pages are our own.
      WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  })
  let isOver = false
  child.once('exit', () => (isOver = true))
  const end = (): void => {
    if (child.pid !== undefined && !isOver) process.kill(-child.pid, 'SIGTERM')
  }
  const send = async <Result>(method: string, path: string, body?: object): Promise<Result> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    })
    const { value } = (await response.json()) as { value: Result & { error?: string; message?: string } }
    if (!response.ok) throw new Error(`WebKit: ${value.error}: ${value.message}`)
    return value
  }
  try {
    for (const until = Date.now() + 20_000; ;) {
      const isReady = await send<{ ready: boolean }>('GET', '/status').catch(() => null)
      if (isReady?.ready) break
      if (isOver || Date.now() > until) throw new Error(`WebKit’s driver does not start. ${missing}`)
      await delay(200)
    }
    const options = {
      binary: browser,
      args: [
        ...['--automation', '--enable-media-stream=true', '--enable-mock-capture-devices=true'],
        '--features=!MockCaptureDevicesPrompt',
      ],
    }
    const { sessionId } = await send<{ sessionId: string }>('POST', '/session', {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options, timeouts: { script: 60_000 } } },
    })
    const at = `/session/${sessionId}`
    return {
      goto: (url) => send('POST', `${at}/url`, { url }),
      url: () => send('GET', `${at}/url`),
      run: async <Result>(body: string, ...values: readonly unknown[]): Promise<Result> => {
        const script = `const done = arguments[arguments.length - 1]
          ;(async function () { ${body} }).apply(null, arguments).then((value) => done({ value }), (error) => done({ error: String(error) }))`
        const ended = await send<{ value: Result; error?: string }>('POST', `${at}/execute/async`, {
          script,
          args: values,
        })
        if (ended.error !== undefined) throw new Error(ended.error)
        return ended.value
      },
      screenshot: async () => Buffer.from(await send<string>('GET', `${at}/screenshot`), 'base64'),
      stop: async () => {
        await send('DELETE', at).catch(() => undefined)
        end()
      },
    }
  } catch (error) {
    end()
    throw error
  }
}
