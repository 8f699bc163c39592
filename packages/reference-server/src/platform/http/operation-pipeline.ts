import type { Step } from './pipeline-step.ts'
import { admitRequest } from './steps/admit-request.ts'
import type { Admission } from './steps/admit-request.ts'
import { writeProblems } from './steps/write-problems.ts'
import type { WriteProblemsParts } from './steps/write-problems.ts'
import { authenticateSession, requireOrigin } from './steps/authenticate-session.ts'
import { authorizePermission } from './steps/authorize-permission.ts'
import type { AuthorizeParts } from './steps/authorize-permission.ts'
import { gather } from './steps/gather.ts'
import { keepOrRead } from './steps/keep-or-read.ts'
import type { KeepOrReadParts } from './steps/keep-or-read.ts'
import { limitRate } from './steps/limit-rate.ts'
import type { LimitRateParts } from './steps/limit-rate.ts'
import { requireRelationship } from './steps/require-relationship.ts'
import { resolveCare } from './steps/resolve-care.ts'
import type { CareParts } from './steps/resolve-care.ts'
import { recordAccess } from './steps/record-access.ts'
import { secureHeaders } from './steps/secure-headers.ts'
import type { SecureHeadersParts } from './steps/secure-headers.ts'
import { trace } from './steps/trace.ts'
import type { TraceParts } from './steps/trace.ts'
import { validateResponse } from './steps/validate-response.ts'
import { validateRequest } from './steps/validate-request.ts'
import { writeResponse } from './steps/write-response.ts'
import type { SessionGate } from '../identity/session-gate.ts'

export interface PipelineParts
  extends
    TraceParts,
    WriteProblemsParts,
    SecureHeadersParts,
    LimitRateParts,
    AuthorizeParts,
    CareParts,
    KeepOrReadParts {
  readonly gate: SessionGate
  /** Requests worked on at a time. */
  readonly maxInFlight: number
}

/**
 * Every request to an operation of the contract takes these steps, in this order, and no handler repeats what they decide.
 * Reading order is running order.
 */
export const operationPipeline = (
  parts: PipelineParts,
): { readonly steps: readonly Step[]; readonly admission: Admission } => {
  const admission = admitRequest(parts.maxInFlight)
  const steps = [
    trace(parts), //                name the request
    writeProblems(parts), //       whatever is thrown below becomes a problem; refusals are recorded
    secureHeaders(parts), //        nothing caches, sniffs or frames; only registered portals may read
    admission, //                   a bounded number at a time
    authenticateSession(parts), //  who asks
    limitRate(parts), //            how often
    requireOrigin(parts), //        from the page that the session is for
    authorizePermission(parts), //  whether they may, and how far; step-up
    validateRequest(), //           what they sent, against the contract
    resolveCare(parts), //          the work and patients they reach, at reach `assigned`
    gather(parts), //               what the decision needs, with no transaction open
    requireRelationship(parts), //  that they treat the patients it opened, at reach `assigned`
    keepOrRead(parts), //           the act: one transaction, or a read
    validateResponse(parts), //       what will be shown, against the contract and the caller's reach
    recordAccess(parts), //         durable before shown
    writeResponse(), //               the first byte
  ]
  return { steps, admission }
}
