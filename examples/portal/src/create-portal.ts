import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isProblem } from '@visitkit/sdk'
import Koa, { type Context } from 'koa'
import type { PortalConfig } from './config.ts'
import { fileVersion, linkVersion, publicFolder, withoutVersion } from './file-version.ts'
import { createGuestPages } from './guest-pages.ts'
import { invitedPage } from './invited-page.ts'
import { clinicPage, confirmedPage, deskPage, unreachedPage } from './pages.ts'
import { landingPage, patientPage, signInFirstPage, patientViewOf, type LandingNotice } from './patient-pages.ts'
import { isPortalLanguage, languageOf, portalWords, type PortalWords, type PortalLanguage } from './portal-words.ts'
import { createPortalSessions, sides, type PortalSession, type Side } from './portal-sessions.ts'
import { readForm } from './read-form.ts'
import { securityHeaders } from './security-headers.ts'
import { createSignIn } from './sign-in.ts'
import { createVisitkitSessions, type PageRequest } from './visitkit-sessions.ts'
import { endReasonOf, homeOf, pageAfterSignIn, wayBackQuery } from './way-back.ts'

const cookieOf: Record<Side, string> = {
  patient: 'lakeside-patient',
  clinic: 'lakeside-clinic',
  desk: 'lakeside-desk',
}
const contentTypes: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
}
/** The files that the bundle loads when they are needed. A changed file has another name. */
const parts = 'visitkit/'
const languageCookie = 'lakeside-language'
const fonts = fileURLToPath(
  new URL('.', import.meta.resolve('@fontsource-variable/inter/files/inter-latin-wght-normal.woff2')),
)

/** Why a code was refused, in the person's language. The server's own text is in English, for developers. */
const faultOf = (t: PortalWords, code: string): string => {
  const key = `fault_${code}`
  return key in t ? t[key as keyof PortalWords] : t.fault_other
}

/** What a page asks for. A new proof of the person confirms the session that the page has. */
const pageRequest = (context: Context, sessionId: string): PageRequest => {
  const reason = context.get('x-reason')
  if (reason === 'step-up' && sessionId) return { reason, sessionId }
  return { reason: reason === 'expired' ? 'expired' : 'start' }
}

/** Lakeside Health's portal: its own login, its own pages, Visitkit's elements inside. */
export const createPortal = async (config: PortalConfig): Promise<Koa> => {
  const sessions = createPortalSessions()
  const signIn = await createSignIn(config, sessions)
  const visitkit = createVisitkitSessions(config)
  const headers = securityHeaders(config)
  const app = new Koa()

  /**
   * The language that the person chose here, else the one in which the last page was, else the one that their browser asks for. Only a
   * choice is kept in a person's record: the next person at this browser did not make it.
   */
  const languageFor = (context: Context): { language: PortalLanguage; isLanguageChosen: boolean } => {
    const [language, isFollowed] = (context.cookies.get(languageCookie) ?? '').split('.')
    return isPortalLanguage(language)
      ? { language, isLanguageChosen: isFollowed === undefined }
      : { language: languageOf(context.get('accept-language')), isLanguageChosen: false }
  }

  const keepLanguage = (context: Context, language: PortalLanguage, isChosen: boolean): void => {
    context.cookies.set(languageCookie, isChosen ? language : `${language}.followed`, {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.origin.startsWith('https:'),
      maxAge: 365 * 86_400_000,
      overwrite: true,
    })
  }

  /** Only a page of this portal: an address in the query could lead anywhere. */
  const ownPage = (path: unknown, otherwise: string): string =>
    typeof path === 'string' &&
    (path === '/' || path === '/join' || path === homeOf.desk || path === homeOf.clinic || patientViewOf(path))
      ? path
      : otherwise

  const chooseLanguage = (context: Context): void => {
    const { to, back, followed } = context.query
    if (isPortalLanguage(to)) keepLanguage(context, to, followed === undefined)
    context.redirect(ownPage(back, '/'))
  }

  /** What the first page says above all else. */
  const noticeOf = ({ query }: Context): LandingNotice | undefined => {
    if (query['again'] === '1') return { text: 'again' }
    const ended = endReasonOf(query['ended'])
    const side = sides.find((each) => each === query['side'])
    return ended && side && { text: ended, signIn: `/${side}/sign-in?${wayBackQuery(side, query)}` }
  }

  const signedIn = (context: Context, side: Side): PortalSession | undefined =>
    sessions.find(side, context.cookies.get(cookieOf[side]))

  const html = async (context: Context, body: string): Promise<void> => {
    context.type = 'text/html'
    context.body = linkVersion(body, await fileVersion(config.elementsFolder))
  }

  const file = async (context: Context, folder: string, name: string, isNamedAnew = name.startsWith(parts)) => {
    const path = normalize(join(folder, name))
    const found = path.startsWith(normalize(folder)) ? await stat(path).catch(() => undefined) : undefined
    const type = contentTypes[extname(path)]
    if (!found?.isFile() || !type) return
    // Code and pictures, never a person's data: the browser keeps them, and compiled scripts with them.
    context.set('cache-control', isNamedAnew ? 'public, max-age=31536000, immutable' : 'public, no-cache')
    context.etag = `${found.size}-${found.mtimeMs}`
    context.status = 200
    if (context.fresh) return void (context.status = 304)
    context.type = type
    context.body = createReadStream(path)
  }

  /** The endpoint of the page's script: a Visitkit session for a person who is signed in on this side. */
  const visitkitSession = async (context: Context, side: Side): Promise<void> => {
    // A form on another site cannot set this header, so it cannot obtain a session of the person.
    if (context.get('sec-fetch-site') === 'cross-site' || context.get('x-portal') !== '1')
      return void (context.status = 403)
    const id = context.cookies.get(cookieOf[side])
    const session = sessions.find(side, id)
    // The session that the page has. It is over if the person signed out in another window, where another person may have signed in.
    const had = context.get('x-session')
    if (id === undefined || !session || (had && visitkit.sessionOf(id) !== had)) {
      context.status = 401
      if (had) context.body = { ended: 'ended' }
      return
    }
    const isFirst = visitkit.sessionOf(id) === undefined
    try {
      context.body = await visitkit.of(id, session, pageRequest(context, had))
    } catch (error) {
      // The sign-in was weaker than the person's role needs. The page asks again.
      if (isProblem(error, 'strong_sign_in_required')) return void (context.status = 403)
      if (!isProblem(error, 'invalid_grant', 'session_expired', 'token_used')) throw error
      // The person is unknown here, and may have been invited.
      if (isFirst && session.proofEndsAt > Date.now()) return void (context.status = 404)
      // The session was ended, on another device or by its limits; or the proof is too old.
      sessions.end(id)
      await visitkit.end(id)
      context.status = 401
      if (!isFirst) context.body = { ended: isProblem(error, 'session_expired') ? 'idle' : 'ended' }
    }
  }

  /** Links the sign-in to the invited person. The typed code stays in the form when it is refused. */
  const acceptInvitation = async (context: Context, side: Side): Promise<void> => {
    const id = context.cookies.get(cookieOf[side])
    const session = sessions.find(side, id)
    if (id === undefined || !session) return context.redirect(`/${side}/sign-in`)
    const { language } = languageFor(context)
    const t = portalWords[language]
    const code = (await readForm(context.req)).get('code') ?? ''
    try {
      if (code.trim() === '') return await html(context, invitedPage(side, session, { fault: t.fault_empty, language }))
      await visitkit.accept(id, session, code)
      context.redirect(homeOf[side])
    } catch (error) {
      if (!isProblem(error)) throw error
      context.status = 422
      await html(context, invitedPage(side, session, { code, fault: faultOf(t, error.code), language }))
    }
  }

  const finishSignIn = async (context: Context): Promise<void> => {
    const finished = await signIn.finish(new URL(context.url, config.origin)).catch(() => null)
    if (!finished) return context.redirect('/?again=1')
    const { side, session, returnTo } = finished
    if (returnTo.endsWith('/confirmed')) {
      const confirmed = sessions.confirm(side, context.cookies.get(cookieOf[side]), session)
      return context.redirect(confirmed ? returnTo : '/?again=1')
    }
    // The same browser, and perhaps another person: nothing of the session before it stays.
    const before = context.cookies.get(cookieOf[side])
    sessions.end(before)
    await visitkit.end(before)
    context.cookies.set(cookieOf[side], sessions.open(side, session), {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.origin.startsWith('https:'),
      overwrite: true,
    })
    context.redirect(returnTo)
  }

  /** When Visitkit has ended the session, the first page says why, and leads back to where the person was. */
  const signOut = async (context: Context, side: Side): Promise<void> => {
    const { reason, to, open, session } = Object.fromEntries(await readForm(context.req))
    const ended = endReasonOf(reason)
    const id = context.cookies.get(cookieOf[side])
    // A page that was ended by another window does not sign out who signed in after it, nor clear what their page is loading.
    const isAnother = id !== undefined && signedIn(context, side) !== undefined && visitkit.sessionOf(id) !== session
    if (!ended || (id !== undefined && !isAnother)) {
      sessions.end(id)
      await visitkit.end(id)
      context.cookies.set(cookieOf[side], null)
      context.set('clear-site-data', '"cache", "storage"')
    }
    keepLanguage(context, languageFor(context).language, false)
    context.redirect(ended ? `/?ended=${ended}&side=${side}&${wayBackQuery(side, { to, open })}` : '/')
  }

  /** `/clinic/session` and so on: the pages, sign-in and sign-out of one side. */
  const sidePage = async (context: Context, side: Side, action: string): Promise<void> => {
    const { language } = languageFor(context)
    if (context.method === 'POST') {
      if (action === 'session') return visitkitSession(context, side)
      if (action === 'sign-out') return signOut(context, side)
      if (action === 'invited' && context.get('sec-fetch-site') !== 'cross-site') return acceptInvitation(context, side)
      return
    }
    if (action === 'sign-in') {
      const isStrong = context.query['strong'] === '1'
      return context.redirect(await signIn.begin(side, pageAfterSignIn(side, context.query), language, isStrong))
    }
    if (action === 'confirm') return context.redirect(await signIn.begin(side, `/${side}/confirmed`, language, true))
    if (action === 'confirmed') return html(context, confirmedPage(side, language))
    if (action === 'invited') {
      const session = signedIn(context, side)
      if (session) return html(context, invitedPage(side, session, { language }))
      return context.redirect(await signIn.begin(side, `/${side}/invited`, language))
    }
  }

  const pageFor: Record<Exclude<Side, 'patient'>, typeof deskPage> = { clinic: clinicPage, desk: deskPage }

  const guests = createGuestPages({ config, visitkit, html, languageFor: (context) => languageFor(context).language })

  const route = async (context: Context): Promise<void> => {
    const { method } = context
    const { path, isVersioned } = withoutVersion(context.path)
    const isKept = isVersioned || undefined
    if (path.startsWith('/elements/'))
      return file(context, config.elementsFolder, path.slice('/elements/'.length), isKept)
    if (path.startsWith('/public/')) return file(context, publicFolder, path.slice('/public/'.length), isKept)
    const [, first = '', action] = path.split('/')
    if (first === 'join' || first === 'guest') return guests.route(context, path)
    const named = sides.find((each) => each === first)
    if (named !== undefined && action !== undefined) return sidePage(context, named, action)
    if (method !== 'GET') return
    if (path.startsWith('/fonts/')) return file(context, fonts, path.slice('/fonts/'.length))
    if (path === '/') return html(context, landingPage({ notice: noticeOf(context), ...languageFor(context) }))
    if (path === '/language') return chooseLanguage(context)
    if (path === '/signed-in') return finishSignIn(context)
    const view = patientViewOf(path)
    const side = view === undefined ? named : 'patient'
    if (side === undefined) return
    const session = signedIn(context, side)
    if (!session && view !== undefined) return html(context, signInFirstPage(view, languageFor(context).language))
    if (!session) return context.redirect(`/${side}/sign-in`)
    const patientId = visitkit.patientOf(context.cookies.get(cookieOf[side]))
    if (view !== undefined)
      return html(context, patientPage(config, { session, patientId, view, ...languageFor(context) }))
    if (side !== 'patient') return html(context, pageFor[side](config, session, languageFor(context).language))
    context.redirect(homeOf.patient)
  }

  app.use(async (context) => {
    context.set(headers)
    try {
      await route(context)
    } catch (error) {
      // The address and the person are not logged; the class of the error is enough to start with.
      console.error(`portal: ${context.method} failed with ${error instanceof Error ? error.name : 'an unknown error'}`)
      await html(context, unreachedPage(languageFor(context).language))
      context.status = 502
    }
  })
  return app
}
