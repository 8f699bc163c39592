import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import Koa, { type Context } from 'koa'
import type { PortalConfig } from './config.ts'
import { createExchange } from './exchange-for-visitkit.ts'
import { clinicPage, landingPage, patientPage, type PatientView } from './pages.ts'
import { createPortalSessions, type PortalSession, type Side } from './portal-sessions.ts'
import { securityHeaders } from './security-headers.ts'
import { createSignIn } from './sign-in.ts'

const cookieOf: Record<Side, string> = { patient: 'lakeside-patient', clinic: 'lakeside-clinic' }
const homeOf: Record<Side, string> = { patient: '/home', clinic: '/clinic' }
const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.map': 'application/json',
}
const patientViews: Record<string, PatientView> = {
  '/home': 'home',
  '/book': 'book',
  '/visit': 'visit',
  '/record': 'record',
}

/** Lakeside Health's portal: its own login, its own pages, Visitkit's elements inside. */
export const createPortal = async (config: PortalConfig): Promise<Koa> => {
  const sessions = createPortalSessions()
  const signIn = await createSignIn(config, sessions)
  const exchange = createExchange(config)
  const headers = securityHeaders(config)
  const app = new Koa()

  const signedIn = (context: Context, side: Side): PortalSession | undefined =>
    sessions.find(side, context.cookies.get(cookieOf[side]))

  const html = (context: Context, body: string): void => {
    context.type = 'text/html'
    context.body = body
  }

  const file = async (context: Context, folder: string, name: string): Promise<void> => {
    const path = normalize(join(folder, name))
    const found = path.startsWith(normalize(folder)) ? await stat(path).catch(() => undefined) : undefined
    const type = contentTypes[extname(path)]
    if (!found?.isFile() || !type) return
    context.type = type
    context.body = createReadStream(path)
  }

  /** What the page's script asks for: a Visitkit session for whoever is signed in on this side. */
  const visitkitSession = async (context: Context, side: Side): Promise<void> => {
    // A form on another site cannot set this header, so it cannot obtain a session in somebody's name.
    if (context.get('sec-fetch-site') === 'cross-site' || context.get('x-portal') !== '1')
      return void (context.status = 403)
    const session = signedIn(context, side)
    if (!session) return void (context.status = 401)
    context.body = await exchange(session)
  }

  const finishSignIn = async (context: Context): Promise<void> => {
    const finished = await signIn.finish(new URL(context.url, config.origin)).catch(() => null)
    if (!finished) return context.redirect('/?again=1')
    context.cookies.set(cookieOf[finished.side], sessions.open(finished.side, finished.session), {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.origin.startsWith('https:'),
      overwrite: true,
    })
    context.redirect(finished.returnTo)
  }

  const signOut = (context: Context, side: Side): void => {
    sessions.end(context.cookies.get(cookieOf[side]))
    context.cookies.set(cookieOf[side], null)
    context.set('clear-site-data', '"cache", "storage"')
    context.redirect('/')
  }

  const route = async (context: Context): Promise<void> => {
    const { method, path } = context
    const side: Side = path === '/clinic' || path.startsWith('/clinic/') ? 'clinic' : 'patient'
    if (path.startsWith('/elements/')) return file(context, config.elementsFolder, path.slice('/elements/'.length))
    if (path.startsWith('/public/'))
      return file(context, join(import.meta.dirname, '..', 'public'), path.slice('/public/'.length))
    if (method === 'POST') {
      if (path === '/session' || path === '/clinic/session') return visitkitSession(context, side)
      if (path === '/sign-out' || path === '/clinic/sign-out') return signOut(context, side)
      return
    }
    if (path === '/') return html(context, landingPage({ again: context.query['again'] === '1' }))
    if (path === '/signed-in') return finishSignIn(context)
    if (path === '/sign-in') return context.redirect(await signIn.begin('patient', homeOf.patient))
    if (path === '/clinic/sign-in') return context.redirect(await signIn.begin('clinic', homeOf.clinic))
    const view = patientViews[path]
    if (view === undefined && path !== '/clinic') return
    const session = signedIn(context, side)
    if (!session) return context.redirect(side === 'clinic' ? '/clinic/sign-in' : '/sign-in')
    html(context, view === undefined ? clinicPage(config, session) : patientPage(config, session, view))
  }

  app.use(async (context) => {
    context.set(headers)
    try {
      await route(context)
    } catch (error) {
      // The address and the person stay out of the log; the class of the error is enough to start from.
      console.error(`portal: ${context.method} failed with ${error instanceof Error ? error.name : 'an unknown error'}`)
      context.status = 502
      context.type = 'text/plain'
      context.body = 'The visit service cannot be reached. Nothing was lost. Try again in a minute, or call 555 0100.'
    }
  })
  return app
}
