import { randomBytes } from 'node:crypto'
import { isProblem } from '@visitkit/sdk'
import type { Context } from 'koa'
import type { PortalConfig } from './config.ts'
import { brand, document, escape, languageLinks, scripts } from './pages.ts'
import { portalWords, type PortalLanguage, type PortalWords } from './portal-words.ts'
import { readForm } from './read-form.ts'
import type { createVisitkitSessions } from './visitkit-sessions.ts'

interface JoinPageState {
  readonly code?: string
  readonly name?: string
  readonly codeFault?: string | undefined
  readonly nameFault?: string | undefined
}

const field = (
  name: string,
  label: string,
  hint: string,
  value: string,
  fault: string | undefined,
  more: string,
): string =>
  `<div class="field"><label for="${name}">${label}</label>
${hint === '' ? '' : `<p class="hint" id="${name}-hint">${hint}</p>`}
${fault === undefined ? '' : `<p class="fault" id="${name}-fault" role="alert">${escape(fault)}</p>`}
<input id="${name}" name="${name}" required autocomplete="off" value="${escape(value)}" aria-describedby="${name}-hint${fault === undefined ? '' : ` ${name}-fault`}"${fault === undefined ? '' : ' aria-invalid="true" autofocus'} ${more}></div>`

/** The page to which a guest is sent. It is the same for everyone: the code is typed, and is never in an address. Works without a script. */
const joinPage = (
  language: PortalLanguage,
  { code = '', name = '', codeFault, nameFault }: JoinPageState = {},
): string => {
  const t = portalWords[language]
  const isFaulty = codeFault !== undefined || nameFault !== undefined
  return document({
    language,
    title: isFaulty ? t.acceptError.replace('{title}', t.joinTitle) : t.joinTitle,
    className: 'invited',
    header: `${brand('/')}${languageLinks(language, '/join')}`,
    main: `<div class="inner narrow stacked">
<div class="lines"><h1>${t.joinTitle}</h1>
<p>${t.joinText}</p><p>${t.joinMay}</p></div>
<form class="fields" method="post" action="/join" novalidate>
${field('code', t.code, t.codeHint, code, codeFault, 'class="code" maxlength="64" autocapitalize="characters" spellcheck="false"')}
${field('name', t.yourName, '', name, nameFault, 'maxlength="80" dir="auto"')}
<div class="buttons"><button>${t.join}</button></div>
</form>
<p class="hint">${t.noCode}</p>
</div>`,
  })
}

/** The room of a guest: nothing of the portal of patients. */
const guestPage = (config: PortalConfig, language: PortalLanguage): string =>
  document({
    language,
    title: portalWords[language].guestTitle,
    className: 'guest',
    scripts: scripts('guest', config),
    header: `${brand('/')}${languageLinks(language, '/join')}`,
    main: `<visit-provider><div class="inner" id="guest"><visit-guest-room></visit-guest-room></div></visit-provider>`,
  })

const faultOf = (t: PortalWords, code: string): string => {
  const keys = [`fault_guest_${code}`, `fault_${code}`]
  const key = keys.find((each) => each in t)
  return key === undefined ? t.fault_other : t[key as keyof PortalWords]
}

const cookie = 'lakeside-guest'

export interface GuestPageParts {
  readonly config: PortalConfig
  readonly visitkit: ReturnType<typeof createVisitkitSessions>
  readonly html: (context: Context, body: string) => Promise<void>
  readonly languageFor: (context: Context) => PortalLanguage
}

/** `/join`, where a guest types the code; `/join/visit`, their room; and the endpoint of its script. A guest has no sign-in. */
export const createGuestPages = ({ config, visitkit, html, languageFor }: GuestPageParts) => {
  const join = async (context: Context): Promise<void> => {
    const language = languageFor(context)
    const t = portalWords[language]
    const form = await readForm(context.req)
    const [code, name] = [form.get('code') ?? '', (form.get('name') ?? '').trim()]
    const again = async (faults: Pick<JoinPageState, 'codeFault' | 'nameFault'>): Promise<void> => {
      context.status = 422
      await html(context, joinPage(language, { code, name, ...faults }))
      context.status = 422
    }
    const codeFault = code.trim() === '' ? t.fault_empty : undefined
    const nameFault = name === '' ? t.fault_name : undefined
    if (codeFault !== undefined || nameFault !== undefined) return again({ codeFault, nameFault })
    const before = context.cookies.get(cookie)
    const id = randomBytes(24).toString('base64url')
    try {
      await visitkit.join(id, code, name)
    } catch (error) {
      if (!isProblem(error)) throw error
      return again({ codeFault: faultOf(t, error.code) })
    }
    await visitkit.end(before)
    context.cookies.set(cookie, id, {
      httpOnly: true,
      sameSite: 'lax',
      secure: config.origin.startsWith('https:'),
      overwrite: true,
    })
    context.redirect('/join/visit')
  }

  const session = async (context: Context): Promise<void> => {
    // A form on another site cannot set this header.
    if (context.get('sec-fetch-site') === 'cross-site' || context.get('x-portal') !== '1')
      return void (context.status = 403)
    const id = context.cookies.get(cookie)
    if (id === undefined || visitkit.sessionOf(id) === undefined) return void (context.status = 401)
    try {
      context.body = await visitkit.ofGuest(id, context.get('x-reason') === 'start' ? 'start' : 'expired')
    } catch (error) {
      if (!isProblem(error, 'invalid_grant') && !isProblem(error, 'session_expired')) throw error
      context.status = 401
    }
  }

  return {
    route: async (context: Context, path: string): Promise<void> => {
      const isPost = context.method === 'POST'
      if (path === '/guest/session' && isPost) return session(context)
      if (path === '/join' && isPost && context.get('sec-fetch-site') !== 'cross-site') return join(context)
      if (path === '/join' && !isPost) return html(context, joinPage(languageFor(context)))
      if (path !== '/join/visit' || isPost) return
      const id = context.cookies.get(cookie)
      if (id === undefined || visitkit.sessionOf(id) === undefined) return context.redirect('/join')
      return html(context, guestPage(config, languageFor(context)))
    },
  }
}
