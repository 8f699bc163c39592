import type { PortalConfig } from './config.ts'
import { brand, document, escape, languageLinks, scripts } from './pages.ts'
import { portalWords, type PortalWords, type PortalLanguage } from './portal-words.ts'
import type { PortalSession } from './portal-sessions.ts'

const patientViews = [
  'home',
  'book',
  'visit',
  'summaries',
  'messages',
  'bills',
  'record',
  'access',
  'settings',
  'privacy',
  'preferences',
  'family',
] as const
type PatientView = (typeof patientViews)[number]

/** The view of a path; undefined when it is not a page of a patient. */
export const patientViewOf = (path: string): PatientView | undefined => patientViews.find((view) => path === `/${view}`)

/** Why the person is on the first page, and where they sign in to go on. */
export interface LandingNotice {
  readonly text: 'again' | 'idle' | 'ended'
  readonly signIn?: string
}

/** The page before sign-in. */
export const landingPage = ({
  notice,
  language,
}: {
  notice: LandingNotice | undefined
  language: PortalLanguage
}): string => {
  const t = portalWords[language]
  return document({
    language,
    title: t.landingTitle,
    className: 'landing',
    header: `${brand('/')}<nav aria-label="${t.signIn}">${languageLinks(language, '/')}<a class="quiet" href="/clinic/sign-in">${t.forClinicians}</a><a class="quiet" href="/desk/sign-in">${t.forStaff}</a><a class="button" href="/patient/sign-in">${t.signIn}</a></nav>`,
    main: `<section class="hero"><div class="inner">
${notice ? noticeView(t, notice) : ''}
<h1>${t.hero}</h1>
<p class="lead">${t.lead}</p>
<p class="actions"><a class="button big" href="/patient/sign-in">${t.signInToBook}</a> <a class="button big second" href="/patient/invited">${t.invited}</a> <a class="button big second" href="/join">${t.joinLink}</a></p>
</div></section>
<section class="inner three" aria-label="${t.howItWorks}">
<article><h2>${t.chooseTime}</h2><p>${t.chooseTimeText}</p></article>
<article><h2>${t.wait}</h2><p>${t.waitText}</p></article>
<article><h2>${t.know}</h2><p>${t.knowText}</p></article>
</section>`,
  })
}

/**
 * For who is signed out and has followed a link to a page. What the link opens is in its fragment, which no server receives, so a script
 * takes it along to the sign-in. Without scripts the sign-in leads to the page.
 */
export const signInFirstPage = (view: PatientView, language: PortalLanguage): string => {
  const t = portalWords[language]
  return document({
    language,
    title: t.signIn,
    className: 'sign-in-first',
    scripts: '<script type="module" src="/public/sign-in-first.js"></script>',
    header: brand('/'),
    main: narrow(`<h1>${t.signInFirst}</h1>
<p class="actions"><a class="button" id="sign-in" href="/patient/sign-in?to=/${view}">${t.signIn}</a></p>`),
  })
}

const noticeView = (t: PortalWords, { text, signIn }: LandingNotice): string =>
  `<div class="notice" role="alert"><p>${t[text]}</p>${
    signIn ? `<p><a class="button" href="${escape(signIn)}">${t.signInAgain}</a></p>` : ''
  }</div>`

/** The entry of the navigation to which a page belongs. */
const entryOf: Readonly<Record<PatientView, PatientView | undefined>> = {
  home: 'home',
  book: 'book',
  visit: undefined,
  summaries: 'record',
  messages: 'messages',
  bills: 'bills',
  record: 'record',
  access: 'record',
  settings: 'settings',
  privacy: 'settings',
  preferences: 'settings',
  family: 'settings',
}
const entries = ['home', 'book', 'record', 'messages', 'bills', 'settings'] as const
const recordPages = ['record', 'summaries', 'access'] as const

const link = (t: PortalWords, view: (typeof entries | typeof recordPages)[number], isCurrent: boolean): string =>
  `<a href="/${view}"${isCurrent ? ' aria-current="page"' : ''}>${t[view]}</a>`

const tile = (t: PortalWords, view: Exclude<PatientView, 'home' | 'book' | 'visit' | 'preferences'>): string =>
  `<a class="tile" href="/${view}"><h2>${t[view]}</h2><p>${t[`${view}Text`]}</p></a>`

/** The pages of the record have one navigation of their own, so that who saw it is next to what it says. */
const recordPage = (t: PortalWords, view: (typeof recordPages)[number], content: string): string =>
  `<div class="inner narrow"><nav class="sections" aria-label="${t.recordPages}">${recordPages.map((each) => link(t, each, each === view)).join('')}</nav>
${content}</div>`

const narrow = (content: string): string => `<div class="inner narrow">${content}</div>`

/** The patient of an element, if the portal knows that there is one only. */
const whose = (patientId: string | undefined): string =>
  patientId === undefined ? '' : ` patient-id="${escape(patientId)}"`

const mainOf = (
  t: PortalWords,
  { session, patientId }: Pick<PatientPage, 'session' | 'patientId'>,
): Readonly<Record<PatientView, string>> => ({
  home: narrow(`<h1>${t.hello.replace('{name}', () => escape(session.name.split(' ')[0] ?? session.name))}</h1>
<visit-appointments${whose(patientId)}></visit-appointments>
<section class="pair later" aria-label="${t.more}">
${(['record', 'summaries', 'messages', 'bills', 'access', 'family'] as const).map((view) => tile(t, view)).join('\n')}
</section>`),
  book: `<div class="inner narrow" id="booking"></div>`,
  visit: `<div class="inner narrow" id="journey"><ol class="steps" id="steps" aria-label="${t.steps}"></ol><div id="step"><div class="skeleton tall"></div></div></div>`,
  summaries: recordPage(t, 'summaries', `<visit-summary${whose(patientId)}></visit-summary>`),
  messages: narrow('<visit-messages></visit-messages>'),
  bills: narrow(`<visit-statement${whose(patientId)}></visit-statement>`),
  record: recordPage(t, 'record', `<visit-record${whose(patientId)} messages-url="/messages"></visit-record>`),
  access: recordPage(t, 'access', `<visit-audit-log${whose(patientId)}></visit-audit-log>`),
  settings: narrow(`<visit-settings${whose(patientId)}></visit-settings>
<section class="pair later" aria-label="${t.more}">
${tile(t, 'privacy')}
</section>`),
  privacy: narrow(`<visit-privacy-center${whose(patientId)}></visit-privacy-center>`),
  preferences: narrow(`<visit-settings${whose(patientId)} open="reach"></visit-settings>`),
  family: narrow(`<visit-settings${whose(patientId)} open="people"></visit-settings>`),
})

/** What a page of a patient is about. */
interface PatientPage {
  readonly session: PortalSession
  readonly patientId: string | undefined
  readonly view: PatientView
  readonly language: PortalLanguage
  /** False until the person chose a language: then the language of their record decides. */
  readonly isLanguageChosen: boolean
}

/** A page of the patient's side. The elements are inside one provider. */
export const patientPage = (
  config: PortalConfig,
  { session, patientId, view, language, isLanguageChosen }: PatientPage,
): string => {
  const t = portalWords[language]
  return document({
    language,
    title: view === 'preferences' ? t.settings : t[view],
    className: `patient ${view}`,
    scripts: `${scripts('patient', config)}
<meta name="language" content="${language}">
<meta name="language-chosen" content="${isLanguageChosen ? 'yes' : ''}">`,
    header: `${brand('/home')}<nav class="portal" aria-label="${t.portal}">${entries.map((each) => link(t, each, entryOf[view] === each)).join('')}</nav>${languageLinks(language, view === 'visit' ? '/home' : `/${view}`)}<form method="post" action="/patient/sign-out"><button class="quiet">${t.signOut}</button></form>`,
    main: `<visit-provider data-view="${view}">${mainOf(t, { session, patientId })[view]}</visit-provider>`,
  })
}
