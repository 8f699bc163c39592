import { describe, expect, it } from 'vitest'
import { newId } from '../../../platform/database/ids/new-id.ts'
import { sampleEvent } from '../../../platform/contracts/sample-event.testing.ts'
import type { DomainEvent } from '../../../platform/contracts/event.ts'
import { type eventsForOfficers, mailToOfficers, officerMailKinds, recipientsOf } from './mail-to-officers.ts'
import { officerMailText } from './officer-mail-texts.ts'

type Mailed = DomainEvent<(typeof eventsForOfficers)[number]>
const mailOf = <Type extends (typeof eventsForOfficers)[number]>(
  type: Type,
  data: Parameters<typeof sampleEvent<Type>>[1] = {},
) => mailToOfficers({ ...sampleEvent(type, data), organizationId: newId() } as unknown as Mailed)

const pia = { id: 'pia', roles: ['privacy-officer'] } as const
const robin = { id: 'robin', roles: ['privacy-officer', 'practitioner'] } as const
const ada = { id: 'ada', roles: ['administrator'] } as const
const nia = { id: 'nia', roles: ['nurse'] } as const

describe('a mail to privacy officers', () => {
  it('is sent when something is new or overdue, and not when someone works on it', () => {
    const states = ['compliance.access-question-changed', 'compliance.access-case-changed'] as const
    for (const type of states) {
      const kindOf = (data: object) => mailOf(type, data)?.kind.replace(/access-(case|question)/, 'it')
      expect(kindOf({ status: 'open', version: 1 })).toBe('it')
      expect(kindOf({ status: 'assigned', version: 2 })).toBeUndefined()
      const overdue = { escalated: true, becameOverdue: true }
      expect(kindOf({ status: 'open', version: 2, ...overdue })).toBe('it-overdue')
      expect(kindOf({ status: 'assigned', version: 3, ...overdue })).toBe('it-overdue')
      expect(kindOf({ status: 'open', version: 3, escalated: true })).toBeUndefined()
    }
    const admission = (data: object) => mailOf('visits.emergency-admission-changed', data)?.kind
    expect(admission({ version: 1 })).toBe('emergency-admission')
    expect(admission({ version: 2, escalated: true })).toBe('emergency-admission-overdue')
    expect(admission({ version: 3, escalated: true, outcome: 'appropriate' })).toBeUndefined()
    expect(mailOf('rights.request-changed', { version: 1 })?.kind).toBe('privacy-request')
    expect(mailOf('rights.request-changed', { version: 2 })).toBeNull()
  })

  it('goes to officers, to administrators too when it is overdue, and to them alone when it is about the only officer', () => {
    const to = (
      mail: ReturnType<typeof mailOf>,
      members: Parameters<typeof recipientsOf>[1] = [pia, robin, ada, nia],
    ) => (mail === null ? null : recipientsOf(mail, members))
    expect(to(mailOf('rights.request-changed', { version: 1 }))).toEqual(['pia', 'robin'])
    expect(to(mailOf('rights.request-changed', { version: 1 }), [ada, nia])).toEqual(['ada'])
    const opened = mailOf('directory.emergency-access-opened', { memberId: 'robin' })
    expect(to(opened)).toEqual(['pia'])
    expect(to(mailOf('directory.emergency-access-overdue', { memberId: 'robin' }))).toEqual(['pia', 'ada'])
    const ofTheOfficer = { status: 'open', version: 1, forAdministrators: true } as const
    expect(to(mailOf('compliance.access-case-changed', ofTheOfficer))).toEqual(['ada'])
    expect(to(mailOf('compliance.access-question-changed', { status: 'open', version: 1 }))).toEqual(['pia', 'robin'])
  })

  it('has a text in each language of the portal, and English for any other', () => {
    const values = { organization: 'Lakeside', link: 'https://portal.example' }
    for (const [languages, language] of [
      [['es-US', 'en'], 'es'],
      [['ar'], 'ar'],
      [['fr', 'en'], 'en'],
      [['fr'], 'en'],
    ] as const)
      for (const kind of officerMailKinds) {
        const mail = officerMailText(kind, values, languages)
        expect(mail.language).toBe(language)
        expect(mail.text).toContain(mail.subject)
        expect(mail.text).toContain('https://portal.example')
        expect(mail.text).not.toContain('{')
      }
  })
})
