import { describe, expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { problem, type TestHandlers } from '@visitkit/sdk/testing'
import { asDesk, WaitingNow } from '../../../test/clinic-world.ts'
import { focusComesTo, pressKeyOn } from '../../../test/keyboard.ts'
import { pageText } from '../../../test/mount.ts'
import { recordAnnouncements, recordEvents } from '../../../test/record-announcements.ts'
import {
  addVisitAt,
  allInside,
  called,
  element,
  fullWorld,
  inside,
  showSchedule,
  textOf,
  TOMORROW,
  until,
} from '../../../test/schedule-page.ts'
import { press, waitFor } from '../../../test/story.ts'
import { useStatedClock } from '../../../test/use-stated-clock.ts'
import { addWaiting } from '../../../test/waitlist-page.ts'

useStatedClock()

const waiting = (): string[] => allInside('[part="waiting"] > li').map(textOf)

const choose = async (selector: string, option: string): Promise<void> => {
  const select = await waitFor(() => {
    const found = inside<HTMLSelectElement>(selector)
    return found && [...found.options].some(({ text }) => text.trim() === option) ? found : null
  }, option)
  await userEvent.selectOptions(select, option)
}

/** Picks what a search has found. */
const pick = async (name: string): Promise<void> => {
  const option = await waitFor(() => allInside('[role="option"]').find((one) => textOf(one) === name), name)
  option.click()
}

describe('the waitlist', () => {
  test('shows who waits since when and for what, and what is offered to whom until when', async () => {
    const world = fullWorld()
    addWaiting(world, undefined, { weekdays: [1, 5], dayParts: ['morning'] })
    addWaiting(world, 24, { patientId: 'patient-alex' })
    await showSchedule(world, asDesk(world))
    await pressKeyOn('Waitlist')
    await focusComesTo('Waitlist')
    await waitFor(() => waiting().length === 2, 'both')
    const [offered, other] = waiting()
    expect(offered).toMatch(/^Since .* Alex Sample New concern, with Dr\. Jo Sample/)
    expect(offered).toMatch(/Offered: .* with Dr\. Jo Sample\. Held until \d+:\d\d [AP]M\./)
    expect(other).toContain('Robin Example')
    expect(other).toContain('Mon, Fri, morning, NY')
    expect(other).not.toContain('Offered')
  })

  test('changes while it is shown', async () => {
    const world = fullWorld()
    await showSchedule(world, asDesk(world))
    await press(document.body, 'Waitlist')
    await until('The waitlist is empty.')
    const entry = addWaiting(world)
    world.live.emit({ type: 'waitlist.changed', ids: { entryId: entry.id, patientId: entry.patientId } })
    await waitFor(() => waiting().length === 1, 'the new entry')
  })

  test('a patient is taken off after a question, and stays when the person thinks better of it', async () => {
    const world = fullWorld()
    const entry = addWaiting(world)
    const client = await showSchedule(world, asDesk(world))
    await press(document.body, 'Waitlist')
    await pressKeyOn('Take off, Robin Example')
    await focusComesTo('Take Robin Example off the list?')
    await pressKeyOn('Keep the place')
    await focusComesTo('Waitlist')
    expect(called(client, 'leaveWaitlist')).toHaveLength(0)
    await pressKeyOn('Take off, Robin Example')
    const said = recordAnnouncements(element())
    await pressKeyOn('Take off the list')
    await until('The waitlist is empty.')
    expect(entry.status).toBe('left')
    expect(said).toContain('Robin Example is off the list.')
  })

  test('the offered time is booked for a patient on the telephone, and it is said when and with whom', async () => {
    const world = fullWorld()
    const entry = addWaiting(world, 24)
    const client = await showSchedule(world, asDesk(world))
    await press(document.body, 'Waitlist')
    await pressKeyOn('Book it: the offered time, Robin Example')
    await waitFor(() => /Robin Example is booked for .* with Dr\. Jo Sample\./.test(pageText()), 'what was booked')
    await until('The waitlist is empty.')
    await focusComesTo('Waitlist')
    expect(entry.status).toBe('accepted')
    expect(called(client, 'acceptWaitlistOffer')).toHaveLength(1)
  })

  test('the offered time is declined for a patient, who keeps the place; no answer is offered without an offer', async () => {
    const world = fullWorld()
    const entry = addWaiting(world, 24)
    await showSchedule(world, asDesk(world))
    await press(document.body, 'Waitlist')
    await pressKeyOn('Decline the offered time, Robin Example')
    await until('The time is declined. Robin Example keeps the place in line.')
    expect(entry.status).toBe('waiting')
    await waitFor(() => waiting().length === 1 && !waiting()[0]?.includes('Book it'), 'no offer any more')
  })

  test('an offer that has ended in the meantime is refused at its row, with what comes next', async () => {
    const world = fullWorld()
    addWaiting(world, 24)
    const handlers: TestHandlers = { ...asDesk(world), acceptWaitlistOffer: () => problem(409, 'offer_ended') }
    await showSchedule(world, handlers)
    await press(document.body, 'Waitlist')
    await pressKeyOn('Book it: the offered time, Robin Example')
    await waitFor(() => waiting()[0]?.includes('The time is no longer held for this patient'), 'the refusal')
    expect(waiting()[0]).toContain('They are offered the next time that suits them.')
  })

  test('a patient is put on it with their wishes, and what is missing is asked for', async () => {
    const world = fullWorld()
    const client = await showSchedule(world, asDesk(world))
    await press(document.body, 'Waitlist')
    await pressKeyOn('Put a patient on the list')
    await focusComesTo('Patient')
    await pressKeyOn('Put on the list')
    await until('Choose a patient.')
    expect(called(client, 'joinWaitlist')).toHaveLength(0)
    await focusComesTo('Patient')
    await userEvent.keyboard('Sample')
    await pick('Alex Sample, age 31')
    await until('Another patient')
    await choose('#wait-type', 'New concern')
    await choose('#wait-with', 'Dr. Lee Placeholder')
    await until('It is Ohio, their home state, unless they say otherwise.')
    await choose('#wait-state', 'New York')
    await until('Their home state is Ohio.')
    await press(document.body, 'Tuesday')
    await press(document.body, 'afternoon')
    await press(document.body, /^\s*Put on the list/)
    await waitFor(() => waiting().length === 1, 'the entry')
    expect(waiting()[0]).toContain('Alex Sample')
    expect(called(client, 'joinWaitlist')[0]?.body).toEqual({
      ...{ patientId: 'patient-alex', visitTypeId: 'visit-type-new', practitionerId: 'practitioner-lee' },
      state: 'NY',
      ...{ from: '2026-11-25', to: '2026-12-09', weekdays: [2], dayParts: ['afternoon'] },
    })
  })

  test('a refusal says what to do, and nothing that was entered is lost', async () => {
    const world = fullWorld()
    const handlers: TestHandlers = { ...asDesk(world), joinWaitlist: () => problem(409, 'already_waiting') }
    await showSchedule(world, handlers)
    await press(document.body, 'Waitlist')
    await press(document.body, 'Put a patient on the list')
    await waitFor(() => inside('#wait-patient'), 'the field')
    await userEvent.fill(inside<HTMLInputElement>('#wait-patient')!, 'Sample')
    await pick('Alex Sample, age 31')
    await choose('#wait-type', 'New concern')
    await press(document.body, /^\s*Put on the list/)
    await until('The patient waits for this visit already')
    expect(pageText()).toContain('Alex Sample, age 31')
    expect(inside<HTMLSelectElement>('#wait-type')?.value).toBe('visit-type-new')
  })
})

describe('who waits now', () => {
  test('the number is current, and an arrival is announced', async () => {
    const world = fullWorld()
    const now = new WaitingNow(world)
    await showSchedule(world, now.handlers)
    await until('Waiting now: 0')
    const said = recordAnnouncements(element())
    now.add('one', 'Lou Example', 4)
    await until('Waiting now: 1')
    expect(said).toContain('1 patient is waiting.')
    now.end('one')
    await until('Waiting now: 0')
  })

  test('the next one is taken, and becomes a visit of the day', async () => {
    const world = fullWorld()
    const now = new WaitingNow(world)
    now.add('one', 'Lou Example', 12, { reason: 'A sample reason' })
    now.add('two', 'Max Sample', 3)
    await showSchedule(world, now.handlers)
    const taken = recordEvents('visit-on-demand-taken')
    await pressKeyOn('Waiting now: 2')
    await focusComesTo('Waiting now')
    await waitFor(() => waiting().length === 2, 'both')
    expect(waiting()[0]).toContain('Waiting for 12 minutes Lou Example New concern, NY A sample reason')
    await pressKeyOn('Take, Lou Example')
    await focusComesTo('Schedule')
    await until('Lou Example is yours. The visit begins at 10:40 AM.')
    await until('Waiting now: 1')
    expect(taken).toEqual([{ appointmentId: 'taken-one', patientId: 'patient-one' }])
    await waitFor(() => allInside('[part="list"] .rows > li').some((row) => textOf(row).includes('Lou Example')), 'it')
  })

  test('when a colleague was faster, the refusal stays and the list is current', async () => {
    const world = fullWorld()
    const now = new WaitingNow(world)
    now.add('one', 'Lou Example', 12)
    await showSchedule(world, {
      ...now.handlers,
      takeOnDemand: () => {
        now.end('one')
        return problem(409, 'request_ended')
      },
    })
    await press(document.body, 'Waiting now: 1')
    await press(document.body, 'Take, Lou Example')
    await until('This patient does not wait any more')
    await until('No one is waiting.')
    expect(pageText()).toContain('This patient does not wait any more')
  })

  test('is not offered to the front desk', async () => {
    const world = fullWorld()
    const client = await showSchedule(world, asDesk(world))
    await until('Waitlist')
    expect(pageText()).not.toContain('Waiting now')
    expect(called(client, 'listOnDemand')).toHaveLength(0)
  })
})

describe('visits of the clinic that need another time', () => {
  test('are shown by clinician, and can be moved', async () => {
    const world = fullWorld()
    const like = addVisitAt(world, TOMORROW, '17:30', 7)
    Object.assign(like, { support: { status: 'unsupported', reasons: ['outside-hours'] } })
    const other = addVisitAt(world, TOMORROW, '18:30', 8)
    Object.assign(other, {
      support: { status: 'unsupported', reasons: ['closed'] },
      practitioner: { ...other.practitioner, id: 'practitioner-lee', displayName: 'Dr. Lee Placeholder' },
    })
    await showSchedule(world, asDesk(world))
    await pressKeyOn('Need another time')
    await focusComesTo('Visits of the clinic that need another time')
    await waitFor(() => allInside('[part="needs-time"]').length === 2, 'both clinicians')
    expect(allInside('[part="needs-time"] h3').map(textOf).toSorted()).toEqual(['Dr. Jo Sample', 'Dr. Lee Placeholder'])
    await pressKeyOn(/^Move, Mia Example/)
    await focusComesTo('Choose a new time')
    await waitFor(() => inside('.slot:not(.first)'), 'free times')
    inside('.slot.first')?.click()
    await until('Held for you for')
    await press(document.body, 'Continue')
    await press(document.body, 'Move the visit')
    await focusComesTo('Visits of the clinic that need another time')
    await until('Mia Example’s visit is moved to')
    await waitFor(() => allInside('[part="needs-time"]').length === 1, 'the other one')
  })

  test('is not asked of a practitioner, whose own are in the schedule', async () => {
    await showSchedule(fullWorld())
    await until('Waitlist')
    expect(pageText()).not.toContain('Need another time')
  })
})
