import { vocabularies } from '@visitkit/contract/vocabularies'

/** The names of all templates. Each says that there is something to see, and nothing about what it is. */
export const templateNames = vocabularies.NoticeTemplate
export type TemplateName = (typeof templateNames)[number]

/** The templates that state a time. */
const timed: ReadonlySet<TemplateName> = new Set([
  'appointment-requested',
  'appointment-declined',
  'appointment-booked',
  'appointment-rescheduled',
  'appointment-cancelled',
  'appointment-unsupported',
  'reminder-day',
  'reminder-hour',
  'waitlist-offer',
])

/** The placeholders that a text may use. There is none for a name, a visit type or a reason, and none can be added. */
export interface TemplateValues {
  /** The organization's brand. */
  readonly organization: string
  readonly portalLink: string
  readonly preferencesLink: string
  /** In the person's own time zone and language. */
  readonly date: string
  readonly time: string
  readonly zone: string
}
const placeholders: readonly (keyof TemplateValues)[] = [
  'organization',
  'portalLink',
  'preferencesLink',
  'date',
  'time',
  'zone',
]
const ofTime: ReadonlySet<string> = new Set(['date', 'time', 'zone'])

export interface Template {
  readonly subject: string
  readonly text: string
  readonly sms: string
}
export type TemplatePack = ReadonlyMap<string, Readonly<Record<TemplateName, Template>>>

interface TemplateFile {
  readonly language: string
  readonly templates: Readonly<Record<string, unknown>>
}

/** Characters: a longer text is delivered in more than three parts. */
const longestSms = 400
const sample: TemplateValues = {
  organization: 'A Health System With A Long Name',
  portalLink: 'https://portal.a-long-name.example/summaries#01234567-89ab-7cde-8f01-23456789abcd',
  preferencesLink: 'https://portal.a-long-name.example/preferences',
  date: 'Wednesday, November 25, 2026',
  time: '10:00 AM',
  zone: 'Eastern Standard Time',
}

const fault = (language: string, name: string, what: string): Error =>
  new Error(`The notification template ${name} (${language}) ${what}.`)

const requireValidText = (language: string, name: TemplateName, part: keyof Template, text: unknown): string => {
  if (typeof text !== 'string' || text.trim() === '') throw fault(language, name, `has no ${part}`)
  const used = Array.from(text.matchAll(/\{([^{}]*)\}/g), ([, placeholder = '']) => placeholder)
  const unknown = used.find((each) => !placeholders.some((placeholder) => placeholder === each))
  if (unknown !== undefined) throw fault(language, name, `asks for {${unknown}}, which no notification may carry`)
  // A single brace is a mistyped placeholder, and would be shown as it is.
  if (/[{}]/.test(text.replaceAll(/\{[^{}]*\}/g, '')))
    throw fault(language, name, `has a brace that belongs to nothing`)
  if (!timed.has(name) && used.some((each) => ofTime.has(each))) throw fault(language, name, 'tells no time')
  if (part === 'subject' && /[\r\n]/.test(text)) throw fault(language, name, 'has a subject of more than one line')
  if (part === 'sms' && !/\bSTOP\b/.test(text)) throw fault(language, name, 'does not say how to stop (STOP)')
  if (part === 'sms' && fill(text, sample).length > longestSms) throw fault(language, name, 'is too long for an SMS')
  if (part === 'text' && !used.includes('preferencesLink')) throw fault(language, name, 'does not say how to stop')
  return text
}

/** Validates the file of one language: it has every template, and no unknown placeholder. Throws; the server then does not start. */
export const readTemplates = ({ language, templates }: TemplateFile): Readonly<Record<TemplateName, Template>> => {
  const extra = Object.keys(templates).find((name) => !templateNames.some((known) => known === name))
  if (extra !== undefined) throw fault(language, extra, 'is never sent')
  const read = (name: TemplateName): Template => {
    const given = (templates[name] ?? {}) as Readonly<Record<string, unknown>>
    return {
      subject: requireValidText(language, name, 'subject', given['subject']),
      text: requireValidText(language, name, 'text', given['text']),
      sms: requireValidText(language, name, 'sms', given['sms']),
    }
  }
  return Object.fromEntries(templateNames.map((name) => [name, read(name)])) as Record<TemplateName, Template>
}

/** Values come from us or from the organization. None may break a line or start a header. */
export const fill = (text: string, values: TemplateValues): string =>
  text.replaceAll(/\{([^{}]*)\}/g, (_, placeholder: keyof TemplateValues) =>
    values[placeholder].replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' '),
  )
