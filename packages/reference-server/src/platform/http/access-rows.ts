import { newId } from '../database/ids/new-id.ts'
import type { AccessRow } from '../contracts/ledger.ts'
import { accessOf, callerOf, type Exchange, type HandlerResult } from './exchange.ts'
import { notFound, Problem, type ProblemCode } from '../problems/problem.ts'
import { firstRoleOf } from '../identity/first-role-of.ts'
import { purposeOfUse } from './purpose-of-use.ts'
import { isOnBehalf, type OnBehalf } from '../care/relationship.ts'

/** The handler and the contract disagree about whose information was shown. Nothing leaves until that is mended. */
const incomplete = (reason: string): Problem =>
  new Problem(
    500,
    'audit_incomplete',
    'The answer was withheld because it could not be recorded in full. Nothing was shown.',
    { reason },
  )

/** The colleague in whose place the caller acted: in this work, or else toward this patient. */
const onBehalfIn = ({ access }: Exchange, patientId: string | null): OnBehalf | null => {
  if (access === null) return null
  const relationship = patientId === null ? undefined : access.relationships.get(patientId)
  return access.onBehalf ?? (relationship !== undefined && isOnBehalf(relationship) ? relationship : null)
}

const row = (
  exchange: Exchange,
  patientId: string | null,
  outcome: AccessRow['outcome'],
  refusal: ProblemCode | null,
): AccessRow => {
  const caller = callerOf(exchange)
  const { declaration, id, objectParameter } = exchange.route
  const onBehalf = outcome === 'done' ? onBehalfIn(exchange, patientId) : null
  return {
    id: newId(),
    organizationId: caller.organizationId,
    at: exchange.now,
    requestId: exchange.requestId,
    operation: id,
    action: declaration.audit.action,
    entity: declaration.audit.entity,
    entityId: objectParameter === null ? null : (exchange.pathParameters[objectParameter] ?? null),
    patientId,
    outcome,
    refusal,
    because: onBehalf?.basis ?? exchange.access?.reason ?? declaration.audit.reason,
    actorKind: caller.kind,
    actorId: caller.personId,
    actorRole: exchange.actorRole || firstRoleOf(caller),
    sessionId: caller.sessionId,
    clientId: caller.clientId,
    purpose: purposeOfUse(caller, exchange.actorRole),
    onBehalfOf: onBehalf?.onBehalfOf ?? null,
  }
}

/** Whose information the answer shows. Where it cannot say so (no body, a file), whom the handler opened or changed. */
const patientsShown = (exchange: Exchange, result: HandlerResult): ReadonlySet<string> | null => {
  const { patientsIn, responses } = exchange.route
  const touched = accessOf(exchange).touched
  const isJson = result.body !== undefined && responses.get(result.status)?.validate != null
  if (!isJson) return touched.size > 0 || patientsIn !== null ? touched : null
  if (patientsIn === null) return null
  try {
    return patientsIn(result.body)
  } catch (cause) {
    throw new Problem(
      500,
      'response_invalid',
      'The answer was withheld because it was not as the contract describes it.',
      { cause },
    )
  }
}

/** Not a refusal: the patients have to be asked about, outside of any transaction, and the answer made again. */
export class RelationshipUnknown extends Error {
  readonly patientIds: readonly string[]

  constructor(patientIds: readonly string[]) {
    super('A patient was shown or changed before it was known whether the caller may see them.')
    this.patientIds = patientIds
  }
}

/**
 * The rows that an answer owes, as its declaration says:
 * - `unrecorded`: none;
 * - `patients`: one for each patient found in the answer; when there is none, one that names nobody (none, if `optional`);
 * - neither: none for a read or a search, one that names nobody for every other act.
 *
 * Throws instead, so that nothing leaves and nothing is kept, when the answer shows a patient beyond the caller's reach, when
 * a patient whose information was opened would go unnamed, or `RelationshipUnknown`.
 */
export const rowsForResult = (exchange: Exchange, result: HandlerResult): AccessRow[] => {
  const { audit } = exchange.route.declaration
  const access = accessOf(exchange)
  const shown = patientsShown(exchange, result)
  if (shown !== null && access.reach === 'own') {
    const own = callerOf(exchange).patientIds
    for (const patientId of shown) if (!own.includes(patientId)) throw notFound('answer_beyond_reach')
  }
  const open = access.unrelated(shown ?? [])
  if (open.length > 0) throw new RelationshipUnknown(open)
  const recorded = audit.unrecorded === undefined ? shown : null
  for (const patientId of access.touched) {
    if (recorded === null || !recorded.has(patientId))
      throw incomplete('a patient was opened whom the answer does not name')
  }
  if (audit.unrecorded !== undefined) return []
  if (shown === null || shown.size === 0) {
    const owesNone = shown === null ? audit.action === 'read' || audit.action === 'search' : audit.optional === true
    return owesNone ? [] : [row(exchange, null, 'done', null)]
  }
  return Array.from(shown, (patientId) => row(exchange, patientId, 'done', null))
}

/** The one row of a refusal. It names no patient: the refused may not learn through the audit whether there is one. */
export const rowForRefusal = (exchange: Exchange, code: ProblemCode): AccessRow => row(exchange, null, 'refused', code)

/** Requests that were only malformed, too many or too large are no act on anyone's information. */
const unremarkable: ReadonlySet<number> = new Set([400, 405, 406, 408, 413, 414, 415, 422, 429])

/** OAuth answers 400 to somebody who was not let in (RFC 6749, section 5.2): that is worth a row. */
const signInRefusals: ReadonlySet<ProblemCode> = new Set([
  'invalid_grant',
  'unauthorized_client',
  'session_expired',
  'unknown_issuer',
])

export const isRecordedRefusal = ({ status, code }: Problem): boolean =>
  status >= 400 && status < 500 && (!unremarkable.has(status) || signInRefusals.has(code))
