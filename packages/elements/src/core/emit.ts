/** The allowed content of an event's detail: ids, codes, times and counts. Never a name, never free text. */
export type EventDetail = Readonly<Record<string, string | number | boolean | null>>

type VisitEventName = Extract<keyof HTMLElementEventMap, `visit-${string}`>
type DetailOf<Name extends VisitEventName> =
  HTMLElementEventMap[Name] extends CustomEvent<infer Detail> ? Detail : never

/**
 * Dispatches a typed, cancelable event that leaves the shadow root. Declare it next to the element: `declare global { interface
 * HTMLElementEventMap { 'visit-…': CustomEvent<…> } }`.
 * @returns False when the host page called `preventDefault()`: then skip the default action.
 */
export const emit = <Name extends VisitEventName>(
  host: HTMLElement,
  name: Name,
  detail: DetailOf<Name> & EventDetail,
): boolean => host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }))
