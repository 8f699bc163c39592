import type { Page } from 'playwright'

/** The patient invites, the guest uses the code, and the clinician lets them in. */
export const bringGuest = async (patient: Page, doctor: Page, guest: Page): Promise<void> => {
  const room = patient.locator('visit-video-room')
  await room.getByRole('button', { name: /^Guests/ }).click()
  await room.getByLabel('Name of the guest').fill('Maria Gomez')
  await room.getByLabel('Who is it?').selectOption({ label: 'An interpreter' })
  await room.getByRole('button', { name: 'Make a code' }).click()
  const code = await room.locator('.given output.secret').innerText()
  const address = await room.locator('.given output').first().innerText()
  await room.locator('dialog.guests').getByRole('button', { name: 'Close', exact: true }).click()
  await guest.goto(address)
  await guest.getByLabel('Invitation code').fill(code)
  await guest.getByLabel('Your name').fill('Maria Gomez')
  await guest.getByRole('button', { name: 'Ask to join' }).click()
  await doctor.locator('visit-video-room .admit-guest').click()
  await joinAsGuest(guest)
}

export const joinAsGuest = async (guest: Page): Promise<void> => {
  await guest.getByRole('button', { name: 'Join the visit' }).click()
  await guest.locator('.nameplate').filter({ hasText: 'Ana Duarte' }).waitFor()
}
