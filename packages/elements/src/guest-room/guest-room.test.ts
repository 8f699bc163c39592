import { html } from 'lit'
import { afterEach, expect, test } from 'vitest'
import { createSampleWorld } from '@visitkit/sdk/testing'
import { mount, pageText, unmount } from '../../test/mount.ts'
import { roomOf, sees } from '../../test/people-in-room.ts'
import { recordAnnouncements } from '../../test/record-announcements.ts'
import { agreeAgain, takeBack } from '../../test/consents-of-visit.ts'
import { press, waitFor, withProvider } from '../../test/story.ts'
import { usesCode } from '../../test/uses-code.ts'
import '../define/guest-room.ts'

afterEach(unmount)

/** A clinician and a guest, in one room. */
const joinGuest = async () => {
  const world = createSampleWorld({ stage: 'admitted' })
  await world.client('patient').guests.invite(world.ids.appointmentId ?? '', { name: 'Maria Gomez', kind: 'family' })
  const invited = world.state.guests.at(-1)
  if (!invited) throw new Error('No one was invited')
  usesCode(world, invited, 'Maria Gomez')
  await world.client('practitioner').guests.admit(invited.id)
  await mount(html`
    ${roomOf(world.client('practitioner'), world, 'practitioner')}
    ${withProvider(world.client('guest'), html`<visit-guest-room></visit-guest-room>`)}
  `)
  const element = document.querySelector('visit-guest-room')
  const shadow = element?.shadowRoot
  if (!element || !shadow) throw new Error('There is no room of the guest')
  const until = (text: string) => waitFor(() => pageText(shadow).includes(text), text)
  return { world, element, shadow, until }
}

test('a stopped call is over for a guest too, who does not learn for which consent, and joins again when it goes on', async () => {
  const { world, element, shadow, until } = await joinGuest()
  await until('You may come in')
  await press(element.parentElement as Element, 'Join')
  await sees('practitioner')
  const announced = recordAnnouncements(element)

  await takeBack(world)
  await until('The visit may go on')
  expect(announced).toContain('The call has stopped')
  expect([element.inCall, shadow.querySelector('video'), shadow.querySelector('.btn.join')]).toEqual([
    false,
    null,
    null,
  ])
  expect(pageText(shadow)).not.toMatch(/consent|agree/i)

  await agreeAgain(world)
  await until('You may come in')
  await waitFor(() => shadow.activeElement?.tagName === 'H2', 'the focus on the heading')
  await press(element.parentElement as Element, 'Join')
  await waitFor(() => element.inCall, 'the guest in the call')
})
