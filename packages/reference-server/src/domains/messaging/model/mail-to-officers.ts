import type { components } from '@visitkit/contract'
import type { DomainEvent } from '../../../platform/contracts/event.ts'

type Role = components['schemas']['Role']

/** What those who answer for privacy are notified of at once, by e-mail. */
export const officerMailKinds = [
  'emergency-access',
  'emergency-access-overdue',
  'emergency-admission',
  'emergency-admission-overdue',
  'access-question',
  'access-question-overdue',
  'access-case',
  'access-case-overdue',
  'privacy-request',
] as const
export type OfficerMailKind = (typeof officerMailKinds)[number]

export const eventsForOfficers = [
  'directory.emergency-access-opened',
  'directory.emergency-access-overdue',
  'visits.emergency-admission-changed',
  'compliance.access-question-changed',
  'compliance.access-case-changed',
  'rights.request-changed',
] as const

/** A mail about one event. It says that there is something, and nothing of it. */
export interface OfficerMail {
  readonly kind: OfficerMailKind
  /** Who receives it. Administrators receive what is for privacy officers where there are none. */
  readonly roles: readonly Role[]
  /** The member whose act it is; they receive nothing. */
  readonly except: string | null
  /** The question or case, of which the event does not say whom it is about. */
  readonly about: string | null
}

const officers: readonly Role[] = ['privacy-officer']
const administrators: readonly Role[] = ['administrator']
const everyone: readonly Role[] = [...officers, ...administrators]

interface Waiting {
  readonly status: string
  readonly version: number
  readonly becameOverdue: boolean
  readonly forAdministrators: boolean
}

/** It is new, or its deadline has passed, also if someone has taken it. */
const ofDesk = (
  kind: 'access-question' | 'access-case',
  { status, version, becameOverdue, forAdministrators }: Waiting,
  about: string,
): OfficerMail | null => {
  const mail = { except: null, about }
  if (becameOverdue) return { ...mail, kind: `${kind}-overdue`, roles: forAdministrators ? administrators : everyone }
  if (status !== 'open' || version > 1) return null
  return { ...mail, kind, roles: forAdministrators ? administrators : officers }
}

/** Null for an event after which there is nothing new to do. */
export const mailToOfficers = (event: DomainEvent<(typeof eventsForOfficers)[number]>): OfficerMail | null => {
  switch (event.type) {
    case 'directory.emergency-access-opened':
      return { kind: 'emergency-access', roles: officers, except: event.data.memberId, about: null }
    case 'directory.emergency-access-overdue':
      return { kind: 'emergency-access-overdue', roles: everyone, except: event.data.memberId, about: null }
    case 'visits.emergency-admission-changed': {
      const { outcome, escalated, version, memberId } = event.data
      if (outcome !== undefined) return null
      if (escalated) return { kind: 'emergency-admission-overdue', roles: everyone, except: memberId, about: null }
      return version === 1 ? { kind: 'emergency-admission', roles: officers, except: memberId, about: null } : null
    }
    case 'compliance.access-question-changed':
      return ofDesk('access-question', event.data, event.data.questionId)
    case 'compliance.access-case-changed':
      return ofDesk('access-case', event.data, event.data.caseId)
    case 'rights.request-changed':
      return event.data.version === 1 ? { kind: 'privacy-request', roles: officers, except: null, about: null } : null
  }
}

interface StaffMember {
  readonly id: string
  readonly roles: readonly Role[]
}

/** Ids of the members who receive it. */
export const recipientsOf = ({ roles, except }: OfficerMail, members: readonly StaffMember[]): readonly string[] => {
  const having = (wanted: readonly Role[]): readonly StaffMember[] =>
    members.filter((member) => member.roles.some((role) => wanted.includes(role)))
  const found = having(roles)
  return (found.length > 0 ? found : having(administrators)).flatMap(({ id }) => (id === except ? [] : [id]))
}
