import { portalPage, preferencesPage } from './portal-pages.ts'
import type { SubjectKind } from './delivery.ts'
import { fill, type TemplateName, type TemplatePack, type TemplateValues } from './template-pack.ts'
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
  const shown = (options: Intl.DateTimeFormatOptions): string =>
    notice.at === null ? '' : new Intl.DateTimeFormat(language, { timeZone: notice.zone, ...options }).format(notice.at)
  const zone = shown({ timeZoneName: 'short', hour: 'numeric' }).split(/\s/u).at(-1) ?? ''
  const values: TemplateValues = {
    organization: notice.organization,
    portalLink: notice.portalUrl + portalPage(notice.kind, notice.subject),
    preferencesLink: notice.portalUrl + preferencesPage,
    date: shown({ weekday: 'long', month: 'long', day: 'numeric' }),
    time: shown({ hour: 'numeric', minute: '2-digit' }),
    zone,
  }
  return {
    language,
    subject: fill(template.subject, values),
    text: fill(template.text, values),
    sms: fill(template.sms, values),
  }
}
