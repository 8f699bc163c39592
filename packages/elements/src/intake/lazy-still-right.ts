import { nothing } from 'lit'
import type { IntakeForm, VisitClient } from '@visitkit/sdk'
import { loadModule } from '../core/load-module.ts'
import { Loader } from '../core/loader.ts'
import { problemView } from '../core/problem-view.ts'
import type { VisitElement } from '../core/visit-element.ts'
import type { StillRight, StillRightView } from './still-right.ts'

/** The questionnaire for who has visited before. */
export const isStillRight = ({ questionnaireCode }: Pick<IntakeForm, 'questionnaireCode'>): boolean =>
  questionnaireCode === 'still-right'

/** "Is this still right?" Loads nothing on a first visit. */
export class LazyStillRight {
  readonly #host: VisitElement
  readonly #loader: Loader<StillRight>
  #again = (): void => undefined

  constructor(host: VisitElement) {
    this.#host = host
    this.#loader = new Loader(host)
  }

  open(client: VisitClient, patientId: string): void {
    this.#again = () => this.open(client, patientId)
    void this.#loader.run(async (signal) => {
      const { readStillRight } = await loadModule(import('./still-right.ts'))
      const part = await readStillRight(this.#host, client, patientId, signal)
      await this.#host.language.ready
      return part
    })
  }

  reset(): void {
    this.#loader.reset()
  }

  render(view: StillRightView): unknown {
    const { value, problem } = this.#loader
    if (problem) return problemView(this.#host, problem, { retry: this.#again })
    return value?.render(view) ?? nothing
  }
}
