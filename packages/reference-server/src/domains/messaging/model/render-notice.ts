import { portalPage, preferencesPage } from './portal-pages.ts'
import type { SubjectKind } from './delivery.ts'
import { fill, type TemplateName, type TemplatePack, type TemplateValues } from './template-pack.ts'
import { remembered } from '../../../platform/remembered.ts'
import type { NotificationKind } from './preferences.ts'

export interface NoticeToRender {
  readonly kind: NotificationKind
  readonly template: TemplateName
  readonly subject: { readonly kind: SubjectKind; readonly id: string }
  /** The person's language, else the nearest one that exists. */
  readonly language: string
  readonly zone: string
  /** The time that the notice states, if any. */
  readonly at: Date | null
  readonly organization: string
  /** Without a trailing slash. */
  readonly portalUrl: string
}
export interface RenderedNotice {
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly sms: string
}

/** `es-MX` falls back to `es`, a language without templates to English. */
const nearest = (pack: TemplatePack, language: string): string =>
  [language, language.split('-')[0] ?? ''].find((each) => pack.has(each)) ?? 'en'

/** Renders the texts in the person's language and local time. */
export const renderNotice = (pack: TemplatePack, notice: NoticeToRender): RenderedNotice => {
  const language = nearest(pack, notice.language)
  const template = pack.get(language)?.[notice.template]
  if (!template) throw new Error('English templates are always there.')
  const { at } = notice
  const shown = (part: keyof Formats): string => (at === null ? '' : formatsOf(language, notice.zone)[part].format(at))
  const zone = shown('zone').split(/\s/u).at(-1) ?? ''
  const values: TemplateValues = {
    organization: notice.organization,
    portalLink: notice.portalUrl + portalPage(notice.kind, notice.subject),
    preferencesLink: notice.portalUrl + preferencesPage,
    date: shown('date'),
    time: shown('time'),
    zone,
  }
  return {
    language,
    subject: fill(template.subject, values),
    text: fill(template.text, values),
    sms: fill(template.sms, values),
  }
}

type Formats = ReturnType<typeof createFormats>
const createFormats = (language: string, timeZone: string) => ({
  zone: new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'short', hour: 'numeric' }),
  date: new Intl.DateTimeFormat(language, { timeZone, weekday: 'long', month: 'long', day: 'numeric' }),
  time: new Intl.DateTimeFormat(language, { timeZone, hour: 'numeric', minute: '2-digit' }),
})
/** To create them takes longer than all else of a notice. A server has few languages and zones at a time. */
const formatsOf = remembered(40, createFormats)
