import { askForSession, firstAnswer } from './session.js'
import { t } from './words.js'

/** Code shared by the pages of all three sides. The whole integration is `connect`: one provider with a function that gets a session. */
export const setting = (name) => document.querySelector(`meta[name="${name}"]`)?.content ?? ''

export const element = (name, properties = {}, ...children) => {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') made.className = value
    else if (key in made && !key.includes('-')) made[key] = value
    else made.setAttribute(key, value)
  }
  made.append(...children)
  return made
}

/**
 * Signing and refunds require recent authentication (step-up). The portal requests it from its own identity provider in a separate window,
 * so that a running call and unsaved text are not lost. Resolves with whether the person confirmed.
 */
const confirmPerson = (side) =>
  new Promise((resolve) => {
    const words = element('p', {}, t.confirmText)
    const begin = element('button', { type: 'button' }, t.confirm)
    const leave = element('button', { type: 'button', class: 'quiet' }, t.notNow)
    const dialog = element(
      'dialog',
      { class: 'confirm', 'aria-labelledby': 'confirm-title' },
      element('h2', { id: 'confirm-title' }, t.confirmTitle),
      words,
      element('div', { class: 'buttons' }, begin, leave),
    )
    const news = new BroadcastChannel('lakeside-confirm')
    const finish = (confirmed) => {
      news.close()
      dialog.remove()
      resolve(confirmed)
    }
    news.addEventListener('message', ({ data }) => data === side && finish(true))
    begin.addEventListener('click', () => {
      window.open(`/${side}/confirm`, 'lakeside-confirm', 'popup,width=520,height=720')
      words.textContent = t.confirmOpened
    })
    leave.addEventListener('click', () => finish(false))
    dialog.addEventListener('cancel', () => finish(false))
    document.body.append(dialog)
    dialog.showModal()
  })

/** The page, and the appointment or visit that is open on it, so that a sign-in leads back. */
const whereIAm = () => ({ to: location.pathname, open: location.hash.slice(1) })

export const connect = (side) => {
  const provider = document.querySelector('visit-provider')
  provider.serverUrl = setting('visitkit-url')
  if (setting('video-bundle')) provider.videoOptions = { dailyBundlePath: setting('video-bundle') }
  let own = ''
  const signOut = document.querySelector(`form[action="/${side}/sign-out"]`)
  // The server's word that the session has ended may arrive before the next page: who signs out here is not sent elsewhere by it.
  let isSigningOut = false
  signOut?.addEventListener('submit', () => (isSigningOut = true))
  provider.getSession = async ({ reason, signal }) => {
    if (reason === 'step-up' && !(await confirmPerson(side))) return null
    const first = reason === 'start' ? await firstAnswer() : undefined
    const answer = first ?? (await askForSession(side, reason, { session: own, signal }))
    if (isSigningOut) return null
    if (answer.status === 401) {
      // A session that was ended elsewhere, or in another window, is not started again without a word.
      const { ended } = await answer.json().catch(() => ({}))
      const back = new URLSearchParams({ ...whereIAm(), ...(ended && { ended, side }) })
      location.assign(`${ended ? '/' : `/${side}/sign-in`}?${back}`)
    }
    if (answer.status === 404) location.assign(`/${side}/invited`)
    if (!answer.ok) throw new Error('no session')
    const tokens = await answer.json()
    own = tokens.sessionId
    return tokens
  }
  // The sign-in was too weak for what the person's role may see. A page that shows nothing yet can start again.
  provider.addEventListener('visit-sign-in-requested', (event) => {
    if (!event.detail.signIn) return
    event.preventDefault()
    location.assign(`/${side}/sign-in?${new URLSearchParams({ ...whereIAm(), strong: '1' })}`)
  })
  // A room with a live call cancels this: an idle person is not removed from a visit.
  provider.addEventListener('visit-session-ended', (event) => {
    if (event.defaultPrevented || isSigningOut) return
    for (const [name, value] of Object.entries({ reason: event.detail.reason, session: own, ...whereIAm() }))
      signOut.append(element('input', { type: 'hidden', name, value }))
    signOut.submit()
  })
  return provider
}

/** Runs `start` once the provider's client can be used. */
export const whenReady = (provider, start) => {
  if (provider.client) start(provider.client)
  else provider.addEventListener('visit-ready', () => start(provider.client), { once: true })
}

/** What waits in the inbox: in the page's title, and on its tab. */
export const showCounts = (provider, tabs = []) => {
  const title = document.title
  const inboxTab = tabs.find((tab) => tab.dataset.tab === 'inbox')
  const words = inboxTab?.textContent
  provider.addEventListener('visit-inbox-counted', ({ detail: { total, alerts } }) => {
    document.title = total === 0 ? title : `(${alerts > 0 ? '! ' : ''}${total}) ${title}`
    if (inboxTab) inboxTab.textContent = total === 0 ? words : `${words} (${total})`
  })
}
