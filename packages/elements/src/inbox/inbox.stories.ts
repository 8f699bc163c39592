import { html } from 'lit'
import type { Me } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type SampleWorld, type TestHandlers } from '@visitkit/sdk/testing'
import '../define/inbox.ts'
import '../define/provider.ts'
import { admissionReport, admissionReviewer } from '../../test/admission-report.ts'
import { emergencyReport, reviewer } from '../../test/emergency-report.ts'
import { createFrontDesk } from '../../test/front-desk.ts'
import { createInsuranceDesk } from '../../test/insurance-desk.ts'
import { heldPartnerMessage } from '../../test/held-partner-message.ts'
import { heldMessage } from '../../test/held-pharmacy-message.ts'
import { clickOn, deepQuery, waitFor, withProvider, type Story, type StoryMeta } from '../../test/story.ts'

const meta: StoryMeta = { title: 'Staff/Inbox' }
export default meta

const inbox = (world: SampleWorld, more: TestHandlers = {}) =>
  withProvider(world.client('practitioner', more), html`<visit-inbox></visit-inbox>`)
/** Finds a record and takes it from the list. */
const chooseRecord = async (canvas: HTMLElement, id: string, place: number): Promise<void> => {
  const field = await waitFor(() => deepQuery<HTMLInputElement>(canvas, `#${id}`), id)
  field.focus()
  field.value = 'Example'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const option = await waitFor(
    () => field.closest('.field')?.querySelectorAll<HTMLElement>('[role=option]')[place],
    'the record that was found',
  )
  option.click()
}
const nothing = { items: [], nextCursor: null }

/** A patient has given an emergency answer. */
const emergency = (): SampleWorld => {
  const world = createSampleWorld()
  const [appointment] = world.state.appointments
  if (appointment)
    world.state.intake.set(`${appointment.id}/mood-check`, {
      appointmentId: appointment.id,
      patientId: appointment.patientId,
      questionnaireCode: 'mood-check',
      questionnaireVersion: 1,
      title: [{ language: 'en', text: 'Mood' }],
      status: 'draft',
      answers: [],
      scores: [],
      emergencies: ['self-harm-thoughts', 'chest-pain'],
      version: 1,
    })
  return world
}

export const Work: Story = { render: () => inbox(createSampleWorld()) }
export const Emergency: Story = { render: () => inbox(emergency()) }
export const Nothing: Story = {
  render: () =>
    inbox(createSampleWorld(), {
      listTasks: () => nothing,
      listWaitingLabResults: () => nothing,
      listWaitingNotes: () => nothing,
      listAppointments: () => nothing,
      listThreads: () => nothing,
    }),
}
/** A birth date that does not exist. */
export const NoSuchDay: Story = {
  render: () => inbox(createSampleWorld()),
  play: async ({ canvasElement }) => {
    const field = await waitFor(() => deepQuery<HTMLInputElement>(canvasElement, '#find-patient'), 'the search')
    field.focus()
    field.value = '30/30/1984'
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await waitFor(() => deepQuery(canvasElement, '#find-patient-fault'), 'the fault')
  },
}
export const Loading: Story = { render: () => inbox(createSampleWorld(), { getMe: () => never() }) }
export const Unreachable: Story = {
  render: () => inbox(createSampleWorld(), { listTasks: () => problem(503, 'database_unavailable') }),
}
/** What a privacy officer reviews: one is overdue, of one more information is needed. */
export const EmergencyAccesses: Story = {
  render: () => {
    const world = createSampleWorld()
    world.state.emergencies.push(
      emergencyReport({ id: 'late', escalatedAt: new Date().toISOString() }),
      emergencyReport({
        id: 'asked',
        patientName: 'Kim Specimen',
        review: {
          outcome: 'more-information',
          note: 'Who was with you?',
          reviewedBy: { memberId: 'member-officer', displayName: 'Robin Reviews' },
          reviewedAt: new Date().toISOString(),
        },
      }),
    )
    const { getMe } = world.handlersFor('practitioner')
    return inbox(world, { getMe: async (input) => reviewer((await getMe?.(input)) as Me) })
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-emergency"] li .btn')
    await waitFor(() => deepQuery(canvasElement, '#emergency-note'), 'the review')
  },
}

/** Visits that began in an emergency without the consent. */
export const EmergencyAdmissions: Story = {
  render: () => {
    const world = createSampleWorld()
    const { getMe } = world.handlersFor('practitioner')
    const own = { memberId: 'member-jo', displayName: 'Dr. Jo Sample' }
    const items = [admissionReport(), admissionReport({ id: 'own', patientName: 'Kim Specimen', admittedBy: own })]
    return inbox(world, {
      getMe: async (input) => admissionReviewer((await getMe?.(input)) as Me),
      listEmergencyAdmissions: () => ({ items, nextCursor: null }),
    })
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-admission"] li .btn')
    await waitFor(() => deepQuery(canvasElement, '#admission-note'), 'the review')
  },
}

/** Of a privacy officer. */
const ofPrivacy = (more: TestHandlers = {}) => {
  const world = createSampleWorld({ stage: 'prepared' })
  return inbox(world, {
    getMe: async (input) => ({
      ...((await world.handlersFor('practitioner').getMe!(input)) as Me),
      permissions: ['privacy-request:decide'],
    }),
    ...more,
  })
}
export const PrivacyRequests: Story = { render: () => ofPrivacy() }
export const PrivacyRequestDenied: Story = {
  render: () => ofPrivacy(),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, 'li .btn.small'), 'a request')
    await clickOn(canvasElement, 'li .btn.small')
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '#privacy-missing'), 'what is missing')
  },
}
export const PrivacyRequestsNone: Story = { render: () => ofPrivacy({ listWaitingPrivacyRequests: () => nothing }) }
/** A message of a pharmacy that was not applied, as a person compares it. */
export const PharmacyMessage: Story = {
  render: () => {
    const world = createSampleWorld()
    world.state.heldPharmacyMessages.push(heldMessage('another-patient'))
    return inbox(world)
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-pharmacy-messages"] button')
    await waitFor(() => deepQuery(canvasElement, '[name=prescription]'), 'the prescriptions')
  },
}
/** A text with a word of an emergency, of a number that two patients use. */
export const PartnerMessage: Story = {
  render: () => {
    const world = createSampleWorld()
    const text = 'I have chest pain since this morning'
    world.state.heldPartnerMessages.push(heldPartnerMessage('shared-number', { urgent: true, text, files: 1 }))
    return inbox(world)
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-partner-messages"] button')
    await waitFor(() => deepQuery(canvasElement, '[name=who-wrote]'), 'the patients')
  },
}
/** A text of a patient who asked to be called only at another number. */
export const PartnerMessageOnlyNumber: Story = {
  render: () => {
    const world = createSampleWorld()
    const call = { rule: 'only', phone: '+16145550199', leaveMessage: false, addressAs: 'Alex' } as const
    const patients = heldPartnerMessage('written').patients.map((patient) => ({ ...patient, call }))
    world.state.heldPartnerMessages.push(heldPartnerMessage('written', { patients }))
    return inbox(world)
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-partner-messages"] button')
    await waitFor(() => deepQuery(canvasElement, '#partner-message-done'), 'what can be done')
  },
}
/** A notice did not arrive. */
export const NoticeReturned: Story = {
  render: () => {
    const world = createSampleWorld()
    world.state.heldPartnerMessages.push(heldPartnerMessage('undelivered'))
    return inbox(world)
  },
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '[aria-labelledby="section-partner-messages"] button')
    await waitFor(() => deepQuery(canvasElement, '#partner-message-done'), 'what can be done')
  },
}
const frontDesk = (given?: Parameters<typeof createFrontDesk>[0]) => {
  const { world, handlers } = createFrontDesk(given)
  return inbox(world, handlers)
}
/** The front desk compares two records of one person. */
export const RecordsCompared: Story = {
  render: () => frontDesk(),
  play: async ({ canvasElement }) => {
    await chooseRecord(canvasElement, 'find-record', 0)
    await waitFor(() => deepQuery(canvasElement, '#record'), 'the record')
    await clickOn(canvasElement, 'details:not(:has(#record-background)) summary')
    await chooseRecord(canvasElement, 'find-other-record', 1)
    await waitFor(() => deepQuery(canvasElement, '#link-reason'), 'the comparison')
  },
}
/** The front desk writes down what a patient says about themselves. */
export const BackgroundOnBehalf: Story = {
  render: () => frontDesk(),
  play: async ({ canvasElement }) => {
    await chooseRecord(canvasElement, 'find-record', 0)
    await clickOn(canvasElement, '#record-background')
    await waitFor(() => deepQuery(canvasElement, '[name=told-by]'), 'the questions')
  },
}
const showSignIn = async (canvas: HTMLElement): Promise<void> => {
  await chooseRecord(canvas, 'find-record', 0)
  await clickOn(canvas, '#record-sign-in')
  await waitFor(() => deepQuery(canvas, '#record-sign-in ~ div ul'), 'the sign-in')
}
/** The front desk signs a patient out on every device. */
export const SignInOfPatient: Story = {
  render: () => frontDesk(),
  play: ({ canvasElement }) => showSignIn(canvasElement),
}
/** What is asked before it. */
export const SignOutPatient: Story = {
  render: () => frontDesk(),
  play: async ({ canvasElement }) => {
    await showSignIn(canvasElement)
    await clickOn(canvasElement, '#record-sign-in ~ div button')
    await waitFor(() => deepQuery(canvasElement, '#sign-in-question'), 'the question')
  },
}
/** An invitation code, shown once. */
export const InvitationOfPatient: Story = {
  render: () => frontDesk({ login: 'none' }),
  play: async ({ canvasElement }) => {
    await showSignIn(canvasElement)
    await clickOn(canvasElement, '#record-sign-in ~ div button')
    await waitFor(() => deepQuery(canvasElement, '#invitation-code'), 'the code')
  },
}
const findInsured = async (canvas: HTMLElement): Promise<void> => {
  await chooseRecord(canvas, 'find-insured', 0)
  await waitFor(() => deepQuery(canvas, '.coverage .money'), 'the insurance')
}
/** The billing office corrects a coverage. */
export const Insurance: Story = {
  render: () => {
    const { world, handlers } = createInsuranceDesk()
    return inbox(world, handlers)
  },
  play: async ({ canvasElement }) => {
    await findInsured(canvasElement)
    await clickOn(canvasElement, '.coverage .between .btn')
    await waitFor(() => deepQuery(canvasElement, '#coverage-memberNumber'), 'the form')
  },
}
/** A new one, through another person, with what is missing. */
export const InsuranceMissing: Story = {
  render: () => {
    const { world, handlers } = createInsuranceDesk()
    return inbox(world, handlers)
  },
  play: async ({ canvasElement }) => {
    await findInsured(canvasElement)
    await clickOn(canvasElement, '.coverage ~ div > .btn')
    const whose = await waitFor(() => deepQuery<HTMLSelectElement>(canvasElement, '#coverage-relationship'), 'the form')
    whose.value = 'spouse'
    whose.dispatchEvent(new Event('change'))
    await waitFor(() => deepQuery(canvasElement, '#coverage-subscriberBorn'), 'the insured person')
    await clickOn(canvasElement, '.coverage-form .primary')
    await waitFor(() => deepQuery(canvasElement, '#coverage-payerId-fault'), 'what is missing')
  },
}
