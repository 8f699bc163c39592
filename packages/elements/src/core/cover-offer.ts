import type { TemplateResult } from 'lit'
import type { VisitConnection } from './client-context.ts'
import type { Problem } from './problem.ts'
import type { VisitElement } from './visit-element.ts'

/** What stands below a refusal, or in its place once cover was taken. */
export interface CoverView {
  readonly view?: TemplateResult
  readonly instead?: TemplateResult
}

let part: typeof import('./cover-step.ts') | null = null

/**
 * The step by which a colleague takes cover, below a refusal that says for whom. Few meet one, so it is fetched then; what does not come
 * leaves the refusal with its words alone.
 */
export const coverOffer = (
  host: VisitElement,
  connection: VisitConnection,
  problem: Problem,
  again?: () => void,
): CoverView | undefined => {
  if (!problem.owners || !connection.client) return undefined
  if (part) return part.coverStepOf(host, connection).of(problem, again)
  import('./cover-step.ts').then(
    (loaded) => {
      part = loaded
      host.requestUpdate()
    },
    () => undefined,
  )
  return undefined
}
