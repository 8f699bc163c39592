import type { VisitConnection } from './client-context.ts'
import type { coverStepOf } from './cover-step.ts'
import type { Problem } from './problem.ts'
import type { CoverHost, CoverView } from './cover-view.ts'

let stepOf: typeof coverStepOf | null = null

/**
 * The step with which a colleague takes cover, below a refusal that names practitioners. Loaded at the first such refusal. If it cannot be
 * loaded, the refusal is shown without it.
 */
export const coverOffer = (
  host: CoverHost,
  connection: VisitConnection,
  problem: Problem,
  again?: () => void,
): CoverView | undefined => {
  if (!problem.owners || !connection.client) return undefined
  if (stepOf) return stepOf(host, connection).of(problem, again)
  import('./cover-step.ts').then(
    (part) => {
      stepOf = part.coverStepOf
      host.requestUpdate()
    },
    () => undefined,
  )
  return undefined
}
