import { html, type TemplateResult } from 'lit'
import type { PatientSummary } from '@visitkit/sdk'
import type { VisitConnection } from './client-context.ts'
import { moveFocus } from './focus.ts'
import { forgetForWhom, nameForWhom } from './for-whom.ts'
import { iconNext } from './icons.ts'
import { Loader } from './loader.ts'
import { problemView } from './problem-view.ts'
import type { VisitElement } from './visit-element.ts'

/** The patient of an element: known, or to be chosen because the person may act for several. */
export type ResolvedPatient =
  | { readonly id: string; readonly choose?: undefined }
  | { readonly id?: undefined; readonly choose: readonly PatientSummary[] }

/** The given patient, or the only one of the session. With several the person must choose; none is the problem `no_patient`. */
export const resolvePatient = async (
  connection: VisitConnection | null,
  requestedId: string | undefined,
): Promise<ResolvedPatient> => {
  if (requestedId) return { id: requestedId }
  const { patients } = (await connection?.me()) ?? { patients: [] }
  const [first, second] = patients
  if (!first) throw Object.assign(new Error('No patient'), { code: 'no_patient' })
  return second ? { choose: patients } : { id: first.id }
}

/** "Who is this for?" Needs `cardStyles` and `listStyles`. */
export const patientPicker = (
  host: VisitElement,
  patients: readonly PatientSummary[],
  onPick: (patientId: string) => void,
): TemplateResult =>
  html`<div class="stack">
    <h2 id="heading" tabindex="-1" aria-level=${host.headingLevel}>${host.core('whoFor')}</h2>
    <ul class="card picks">
      ${patients.map(
        ({ id, displayName, age }) =>
          html`<li>
            <button class="pick" type="button" @click=${() => onPick(id)}>
              <span class="grow"
                ><b>${displayName}</b><br /><span class="small muted"
                  >${host.core('patientAge', { count: age })}</span
                ></span
              >
              ${iconNext}
            </button>
          </li>`,
      )}
    </ul>
  </div>`

/**
 * The patient of an element that shows one patient's data. Resolves the patient, and lets the person choose if there are several. Needs
 * `bannerStyles`, `buttonStyles`, `cardStyles` and `listStyles`.
 */
export class PatientChoice extends Loader<ResolvedPatient> {
  #host: VisitElement
  #chosen: string | undefined

  constructor(host: VisitElement) {
    super(host)
    this.#host = host
  }

  /**
   * @param requestedId - The id that the page sets.
   * @returns Undefined until the patient is known; `render` shows why.
   */
  async resolve(connection: VisitConnection | null, requestedId: string | undefined): Promise<string | undefined> {
    const resolved = await this.run(() => resolvePatient(connection, requestedId ?? this.#chosen), { quietly: true })
    if (resolved?.id) void nameForWhom(this.#host, connection, resolved.id)
    return resolved?.id
  }

  override reset(): void {
    super.reset()
    forgetForWhom(this.#host)
    this.#chosen = undefined
  }

  /** The content in place of the element when the person must act; null otherwise. */
  render(): TemplateResult | null {
    const { problem, value } = this
    if (problem) return problemView(this.#host, problem, { retry: () => this.#host.startAgain() })
    if (!value?.choose) return null
    return patientPicker(this.#host, value.choose, (patientId) => {
      this.#chosen = patientId
      this.#host.startAgain()
      void moveFocus(this.#host, '#heading')
    })
  }
}
