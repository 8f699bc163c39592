import { operations, type OperationId } from '@visitkit/contract/operations'
import type { Caller } from '../contracts/caller.ts'
import type { CareRegister } from '../care/care-register.ts'
import { ownershipOf, relationshipTo, type CareParticipant } from '../care/relationship.ts'
import type { SensitiveRegister } from '../sensitive/sensitive-register.ts'
import type { ProxyAccess } from './proxy-access.ts'
import type { Permissions, ProxyScope } from './permissions.ts'

/** The patients and practitioners that data to be sent is about. */
export interface ReadSubject {
  /** Empty: no patient. */
  readonly patientIds: readonly string[]
  /** The owners of the work. Empty: no owner, or unknown. */
  readonly practitionerIds: readonly string[]
  /** What the data names. One that is withheld from the reader is not sent to them. */
  readonly ids: readonly string[]
}

/** The read authorization of one person or program. It gives the same decisions as the operations, without calling them. */
export interface ReadAuthorization {
  /** Whether one of these operations would currently return data about this subject. A promise if a relationship has to be read first. */
  mayRead(readBy: readonly OperationId[], subject: ReadSubject): boolean | Promise<boolean>
}

export interface ReadGateOptions {
  readonly permissions: Permissions
  /** The rights that a person has accepted, in force today or later. */
  readonly proxyAccessOf: (caller: Caller) => Promise<readonly ProxyAccess[]>
  /** For reach `assigned`. */
  readonly care: Pick<CareRegister, 'knownCircle' | 'readCircle' | 'readParticipants'>
  readonly sensitive: SensitiveRegister
  readonly clock: () => Date
}

export interface ReadGate {
  /** The read authorization of a person or program, from now on. */
  forCaller(caller: Caller): Promise<ReadAuthorization>
  /** Whether a webhook may contain data that one of these operations reads. */
  webhookMayCarry(readBy: readonly OperationId[]): boolean
  /** A proxy's right with any of these scopes permits reading it. */
  proxyScopesOf(readBy: readonly OperationId[]): readonly ProxyScope[]
  /** Whether a proxy also needs the scope `sensitive` to learn of this. */
  readonly isSensitive: SensitiveRegister['isSensitive']
}

/** How long care participants of a message are cached. Milliseconds. A page that resumes later reads them again. */
const participantsMaxAgeMs = 5_000

const isInForce = ({ from, until }: ProxyAccess, now: Date): boolean => from <= now && (until === null || now < until)

/**
 * The authorization for all data that the server sends: live messages, notices, delivery lists and webhooks apply the decision of the
 * reading operation. A caller is sent only what they may read.
 */
export const createReadGate = ({ permissions, proxyAccessOf, care, sensitive, clock }: ReadGateOptions): ReadGate => {
  /** Care participants of the patients of a message: read once for all pages. */
  const participants = new WeakMap<
    ReadSubject,
    { readonly until: number; readonly read: Promise<readonly CareParticipant[]> }
  >()
  const participantsOf = (organizationId: string, subject: ReadSubject): Promise<readonly CareParticipant[]> => {
    const known = participants.get(subject)
    if (known !== undefined && known.until > performance.now()) return known.read
    const read = care.readParticipants(organizationId, subject.patientIds, clock())
    participants.set(subject, { until: performance.now() + participantsMaxAgeMs, read })
    return read
  }
  /** Whether the caller treats every patient or, if none is named, works with the practitioner. */
  const isAssigned = async (caller: Caller, subject: ReadSubject): Promise<boolean> => {
    const now = clock()
    const circle = care.knownCircle(caller) ?? (await care.readCircle(caller, now))
    if (subject.patientIds.length > 0) {
      const found = await participantsOf(caller.organizationId, subject)
      return subject.patientIds.every((id) => {
        const ofPatient = found.filter(({ patientId }) => patientId === id)
        return relationshipTo(id, circle, caller.roles, ofPatient, now) !== null
      })
    }
    return circle.chartReach === 'organization' || ownershipOf(circle, subject.practitionerIds, now) !== null
  }
  return {
    forCaller: async (caller) => {
      const actsForOthers =
        caller.kind === 'proxy' || (caller.kind !== 'guest' && caller.patientIds.some((id) => id !== caller.personId))
      const rights = actsForOthers ? await proxyAccessOf(caller) : []

      const actsFor = (patientId: string, scopes: readonly ProxyScope[]): boolean => {
        if (caller.kind === 'patient' && patientId === caller.personId) return true
        // Bound by the role, which reads nothing but the guest's own visit.
        if (caller.kind === 'guest') return caller.patientIds.includes(patientId)
        const now = clock()
        return rights.some(
          (right) =>
            right.patientId === patientId &&
            isInForce(right, now) &&
            right.scope.some((scope) => scopes.includes(scope)),
        )
      }
      const mayCall = (id: OperationId, subject: ReadSubject): boolean | Promise<boolean> => {
        const { patientIds, practitionerIds } = subject
        const { permission } = operations[id]
        const grant = permissions.grantFor(caller.roles, permission)
        if (grant === null) return false
        if (grant.reach === 'organization') return true
        if (grant.reach === 'assigned')
          // Data without a patient and without an owner reveals nothing about either.
          return patientIds.length === 0 && practitionerIds.length === 0 ? true : isAssigned(caller, subject)
        return patientIds.some((patientId) => actsFor(patientId, permissions.proxyScopesOf(permission)))
      }
      const mayLearn = (id: OperationId, subject: ReadSubject): boolean | Promise<boolean> => {
        const may = mayCall(id, subject)
        const { patientIds, ids } = subject
        if (may === false || ids.length === 0 || !sensitive.concerns(caller, operations[id].audit.entity)) return may
        return Promise.all([may, sensitive.withheldFrom(caller, patientIds, clock())]).then(
          ([isPermitted, withheld]) => isPermitted && !ids.some((each) => withheld.has(each)),
        )
      }
      return {
        mayRead: (readBy, subject) => {
          const answers = readBy.map((id) => mayLearn(id, subject))
          if (answers.includes(true) || answers.every((answer) => answer === false)) return answers.includes(true)
          return Promise.all(answers.map(async (answer) => answer)).then((all) => all.includes(true))
        },
      }
    },
    isSensitive: (...asked) => sensitive.isSensitive(...asked),
    webhookMayCarry: (readBy) => readBy.some((id) => permissions.isGrantedToWebhooks(operations[id].permission)),
    proxyScopesOf: (readBy) => [
      ...new Set(readBy.flatMap((id) => permissions.proxyScopesOf(operations[id].permission))),
    ],
  }
}
