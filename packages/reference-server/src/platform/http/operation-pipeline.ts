import type { Step } from './pipeline-step.ts'
import { admitRequest } from './steps/admit-request.ts'
import type { Admission } from './steps/admit-request.ts'
import { writeProblems } from './steps/write-problems.ts'
import { authenticateSession, requireOrigin } from './steps/authenticate-session.ts'
import { authorizePermission } from './steps/authorize-permission.ts'
import type { AuthorizeParts } from './steps/authorize-permission.ts'
import { gather } from './steps/gather.ts'
import { keepOrRead } from './steps/keep-or-read.ts'
import type { KeepOrReadParts } from './steps/keep-or-read.ts'
import { noteOrigin } from './steps/note-origin.ts'
import { limitProofs } from './steps/limit-proofs.ts'
import type { LimitProofsParts } from './steps/limit-proofs.ts'
import { limitRate } from './steps/limit-rate.ts'
import type { LimitRateParts } from './steps/limit-rate.ts'
import { requireRegion } from './steps/require-region.ts'
import { requireRelationship } from './steps/require-relationship.ts'
import { resolveCare } from './steps/resolve-care.ts'
import type { CareParts } from './steps/resolve-care.ts'
import { readTogether } from './steps/read-together.ts'
import { projectResponse } from './steps/project-response.ts'
import { recordAccess } from './steps/record-access.ts'
import { secureHeaders } from './steps/secure-headers.ts'
import type { SecureHeadersParts } from './steps/secure-headers.ts'
import { takeTurns } from './steps/take-turns.ts'
import { trace } from './steps/trace.ts'
import type { TraceParts } from './steps/trace.ts'
import { validateResponse } from './steps/validate-response.ts'
import { refuseWithheld, withholdSensitive, type SensitiveParts } from './steps/withhold-sensitive.ts'
import { validateRequest } from './steps/validate-request.ts'
import { writeResponse } from './steps/write-response.ts'
import { createRefusals, type RefusalParts } from './refusals.ts'
import type { ClientOrigins } from './client-origins.ts'
import type { Route } from './route.ts'
import type { Regions } from '../identity/regions.ts'
import type { SessionGate } from '../identity/session-gate.ts'

export interface PipelineParts
  extends
    TraceParts,
    RefusalParts,
    SecureHeadersParts,
    LimitProofsParts,
    LimitRateParts,
    AuthorizeParts,
    CareParts,
    SensitiveParts,
    KeepOrReadParts {
  readonly routes: readonly Route[]
  readonly gate: SessionGate
  readonly origins: ClientOrigins
  readonly regions: Regions
  /** Maximum number of concurrent requests. */
  readonly maxInFlight: number
}

/** Every request to an operation of the contract runs these steps, in this order. No handler repeats their decisions. */
export const operationPipeline = (
  parts: PipelineParts,
): { readonly steps: readonly Step[]; readonly admission: Admission } => {
  const admission = admitRequest(parts.maxInFlight)
  const refusals = createRefusals(parts)
  // Each operation that a request performs runs these.
  const rate = limitRate(parts) // how often
  const permitted = [
    requireOrigin(parts), // from the session's own origin
    authorizePermission(parts), // whether they may, and with which reach; a person; step-up
    validateRequest(), // the request, against the contract
  ]
  const performed = [
    resolveCare(parts), // the work and patients they reach, at reach `assigned`
    withholdSensitive(parts), // what others may not learn of
    gather(parts), // what the decision needs, with no transaction open
    requireRelationship(parts), // that they treat the touched patients, at reach `assigned`
    refuseWithheld(), // and of the patients that were found
    keepOrRead(parts), // the act: one transaction, or a read
    validateResponse(parts), // the response, against the contract and the caller's reach
    projectResponse(parts), // without the properties that the caller may not read
    recordAccess(parts), // durable before it is sent
  ]
  const steps = [
    trace(parts), // name the request
    writeProblems({ refusals }), // turns thrown errors into problems and records refusals
    secureHeaders(parts), // no caching, sniffing or framing; only registered portals may read
    admission, // a bounded number at a time
    limitProofs(parts), // how often a proof may be wrong
    authenticateSession(parts), // who makes the request
    requireRegion(parts), // for an organization of this region
    rate,
    takeTurns(), // lists and searches of one person, a few at a time
    noteOrigin(parts), // with which token, and from which address
    ...permitted,
    readTogether({ routes: parts.routes, refusals }, [rate, ...permitted, ...performed]), // several reads at once
    ...performed,
    writeResponse(), // the first byte
  ]
  return { steps, admission }
}
