import { deepQuery, waitFor } from './story.ts'

const setOf = (root: HTMLElement, selector: string): Promise<HTMLInputElement> =>
  waitFor(() => deepQuery<HTMLInputElement>(root, selector), selector)

/** Says in which state the patient is. */
export const choose = async (state: string, root: HTMLElement = document.body): Promise<void> => {
  const select = await waitFor(() => deepQuery<HTMLSelectElement>(root, '#spoken-state'), 'the states')
  select.value = state
  select.dispatchEvent(new Event('change'))
}

/** Says who decides (the patient, or a proxy by the place in the list) and how. */
export const sayHow = async (
  who: string,
  how: 'phone' | 'video' | 'in-person',
  root: HTMLElement = document.body,
): Promise<void> => {
  const place = who === 'patient' ? 1 : 2
  const channel = { phone: 1, video: 2, 'in-person': 3 }[how]
  ;(await setOf(root, `#spoken-who label:nth-of-type(${place}) input`)).click()
  ;(await setOf(root, `#spoken-how label:nth-of-type(${channel}) input`)).click()
}
