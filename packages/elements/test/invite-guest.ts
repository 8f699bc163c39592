import { clickOn, deepQuery, waitFor } from './story.ts'

/** In the open dialog of a visit. Waits for the code. */
export const inviteGuest = async (root: HTMLElement, name = 'Maria Gomez'): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(root, '#guest-name'), 'the field')
  field.value = name
  field.dispatchEvent(new Event('input'))
  await clickOn(root, 'dialog.guests form .btn.primary')
  await waitFor(() => deepQuery(root, '.given'), 'the code')
}
