import { expect, test } from 'vitest'
import { loadNotificationTemplates } from '../packs/load-packs.ts'
import { renderNotice } from './render-notice.ts'
import { fill, readTemplates, templateNames, type Template } from './template-pack.ts'

const good: Template = {
  subject: 'News',
  text: '{organization} has news: {portalLink}. Stop: {preferencesLink}',
  sms: '{organization} has news: {portalLink}. Reply STOP to stop.',
}
const fileWith = (name: string, template: Partial<Record<keyof Template, string>>) => ({
  language: 'en',
  templates: { ...Object.fromEntries(templateNames.map((each) => [each, good])), [name]: { ...good, ...template } },
})

test('the shipped templates load in each language', async () => {
  const pack = await loadNotificationTemplates()
  expect([...pack.keys()]).toEqual(['ar', 'en', 'es'])
})

test.each([
  'name',
  'patient',
  'visitType',
  'reason',
  'practitioner',
  'diagnosis',
  'Organization',
  'organization.phone',
  '',
])('a template that asks for {%s} does not load', (placeholder) => {
  for (const part of ['subject', 'text', 'sms'] as const)
    expect(() => readTemplates(fileWith('new-message', { [part]: `${good[part]} {${placeholder}}` }))).toThrow(
      'which no notification may carry',
    )
})

test.each([
  ['new-message', { subject: 'News {' }, 'a brace that belongs to nothing'],
  ['new-message', { subject: 'News {{organization}}' }, 'a brace that belongs to nothing'],
  ['new-message', { text: `${good.text} at {time}` }, 'tells no time'],
  ['new-message', { subject: 'News\r\nBcc: everyone@mail.example' }, 'more than one line'],
  ['new-message', { sms: '{organization} has news.' }, 'does not say how to stop'],
  ['new-message', { text: '{organization} has news.' }, 'does not say how to stop'],
  ['new-message', { sms: `STOP ${'word '.repeat(100)}` }, 'too long'],
  ['new-message', { text: ' ' }, 'has no text'],
  ['your-diagnosis', {}, 'is never sent'],
])('%s with %j does not load', (name, template, fault) => {
  expect(() => readTemplates(fileWith(name, template))).toThrow(fault)
})

test('a language that lacks a template does not load', () => {
  const { templates } = fileWith('new-message', {})
  const rest = Object.fromEntries(Object.entries(templates).filter(([name]) => name !== 'visit-missed'))
  expect(() => readTemplates({ language: 'es', templates: rest })).toThrow('visit-missed (es) has no subject')
})

test('a brand that holds lines, headers or placeholders is rendered as plain text', () => {
  const values = {
    organization: 'Lake\r\nBcc: x@mail.example\u2028{portalLink}',
    portalLink: 'https://portal.example',
    preferencesLink: '',
    date: '',
    time: '',
    zone: '',
  }
  expect(fill('{organization}: news', values)).toBe('Lake Bcc: x@mail.example {portalLink}: news')
})

test('times are formatted in the person’s time zone, in their language or the nearest', async () => {
  const pack = await loadNotificationTemplates()
  const render = (language: string, zone: string) =>
    renderNotice(pack, {
      kind: 'appointment',
      template: 'appointment-booked',
      subject: { kind: 'appointment', id: 'appointment' },
      language,
      zone,
      at: new Date('2026-11-26T02:30:00Z'),
      organization: 'Lakeside Health',
      portalUrl: 'https://portal.lakeside.example',
    }).subject.replaceAll(/\s/g, ' ')
  expect(render('en', 'America/New_York')).toBe('Your appointment on Wednesday, November 25 at 9:30 PM')
  expect(render('es-MX', 'America/Chicago')).toBe('Su cita el miércoles, 25 de noviembre a las 20:30')
  expect(render('ar', 'Asia/Tokyo')).toMatch(/^موعدك يوم الخميس/)
  expect(render('vi', 'Asia/Tokyo')).toBe('Your appointment on Thursday, November 26 at 11:30 AM')
})
