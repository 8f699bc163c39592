/** What an event may carry: ids, codes, times and counts. Never a name, never free text. */
export type EventDetail = Readonly<Record<string, string | number | boolean | null>>

type VisitEventName = Extract<keyof HTMLElementEventMap, `visit-${string}`>
type DetailOf<Name extends VisitEventName> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never

/**
 * Dispatches a typed event that leaves the shadow root and can be cancelled.
 * Declare it beside the element: `declare global { interface HTMLElementEventMap { 'visit-…': CustomEvent<…> } }`.
 * @returns false when the host page called `preventDefault()`: then leave out what would come next.
 */
export const emit = <Name extends VisitEventName>(
  host: HTMLElement,
  name: Name,
  detail: DetailOf<Name> & EventDetail,
): boolean => host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }))
