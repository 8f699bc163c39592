import { html, type TemplateResult } from 'lit'
import type { Claim, Eligibility, HeldLineDetail } from '@visitkit/sdk'
import { createSampleWorld, never, problem, type TestHandlers } from '@visitkit/sdk/testing'
import { withFindings } from '../../test/with-findings.ts'
import { medicareSecond } from '../../test/medicare-second.ts'
import { clickOn, deepQuery, withProvider, waitFor, type Story, type StoryMeta } from '../../test/story.ts'
import '../define/claim-desk.ts'
import '../define/provider.ts'

const meta: StoryMeta = { title: 'Staff/Claim desk' }
export default meta

const desk = (more: TestHandlers = {}): TemplateResult =>
  withProvider(createSampleWorld().client('practitioner', more), html`<visit-claim-desk></visit-claim-desk>`)
const claim = (id: string, more: TestHandlers = {}): TemplateResult => {
  const client = createSampleWorld().client('practitioner', more)
  return withProvider(client, html`<visit-claim-desk claim-id="claim-${id}"></visit-claim-desk>`)
}
const story = (id: string): Story => ({ width: 960, render: () => claim(id) })
const toPayments = (canvasElement: HTMLElement): Promise<void> => clickOn(canvasElement, '#tab-payments')

export const Desk: Story = { width: 960, render: () => desk() }
export const Loading: Story = { width: 960, render: () => desk({ countClaims: never }) }
export const Failed: Story = { width: 960, render: () => desk({ countClaims: () => problem(503, 'overloaded') }) }
export const Empty: Story = {
  width: 960,
  render: () => desk({ countClaims: () => ({ items: [] }), listClaims: () => ({ items: [], nextCursor: null }) }),
}
export const Blocked: Story = story('blocked')
export const Findings: Story = { width: 960, render: () => claim('blocked', withFindings) }
export const Ready: Story = story('ready')
export const Stale: Story = story('stale')
export const Sending: Story = story('sending')
export const Accepted: Story = story('accepted')
export const Rejected: Story = story('rejected')
export const Denied: Story = story('denied')
export const Paid: Story = story('paid')
export const PatientPays: Story = story('self-pay')
const covered = (eligibility: Partial<Eligibility>): TestHandlers => ({
  listCoverages: async ({ path }) => {
    const { items } = await createSampleWorld().client('practitioner').coverages.ofPatient(path.patientId)
    const {
      copayCents: _,
      coinsurancePercent: _of,
      deductibleRemainingCents: _left,
      network: _network,
      ...asked
    } = items[0]?.eligibility ?? ({} as Eligibility)
    return {
      patientId: path.patientId,
      items: items.map((one) => ({ ...one, eligibility: { ...asked, ...eligibility } })),
    }
  },
})
export const CoverageRefused: Story = {
  width: 960,
  render: () =>
    claim(
      'ready',
      covered({
        status: 'unknown-member',
        refusals: [
          {
            code: '72',
            about: 'member-number',
            followUp: 'correct-and-resubmit',
            remedy: 'Compare the member number with the insurance card. Correct what is wrong, then ask again.',
          },
        ],
      }),
    ),
}
export const CoverageHeld: Story = {
  width: 960,
  render: () => claim('ready', covered({ status: 'held', heldFor: 'patient-differs' })),
}
export const CoverageAsked: Story = { width: 960, render: () => claim('ready', covered({ status: 'pending' })) }
export const LoadingClaim: Story = { width: 960, render: () => claim('paid', { getClaim: never }) }
export const NoSuchClaim: Story = { width: 960, render: () => claim('nobody') }
export const ChangingLines: Story = {
  width: 960,
  render: () => claim('blocked'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#edit')
    await waitFor(() => deepQuery(canvasElement, '#coverage'), 'the coverages')
    await clickOn(canvasElement, 'form .primary')
  },
}
export const Conflict: Story = {
  width: 960,
  render: () => claim('ready', { changeClaim: () => problem(409, 'version_conflict') }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#edit')
    await clickOn(canvasElement, 'form .primary')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the reason')
  },
}
export const Refused: Story = {
  width: 960,
  render: () => claim('ready', { submitClaim: () => problem(403, 'vendor_not_permitted') }),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#submit')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the reason')
  },
}
export const AskedToVoid: Story = {
  width: 960,
  render: () => claim('paid'),
  play: ({ canvasElement }) => clickOn(canvasElement, '#ask-void'),
}
export const OnTheWire: Story = {
  width: 960,
  render: () => claim('rejected'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, 'section[aria-labelledby=wire-heading] .btn')
    await waitFor(() => deepQuery(canvasElement, 'pre'), 'the messages')
  },
}
export const Correction: Story = {
  width: 960,
  render: () => {
    const { getClaim } = createSampleWorld().handlersFor('practitioner')
    return claim('ready', {
      getClaim: async (input) => ({ ...((await getClaim?.(input)) as Claim), frequency: '7', follows: 'claim-denied' }),
    })
  },
}
const step = (id: string, name: string): Story => ({
  width: 960,
  render: () => claim(id),
  play: async ({ canvasElement }) => {
    await waitFor(() => deepQuery(canvasElement, `#step-${name}`), 'the next steps')
    await clickOn(canvasElement, `#step-${name}`)
  },
})
export const Appeal: Story = step('denied', 'appeal')
export const WriteOff: Story = step('denied', 'write-off')
export const WriteOffs: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#tab-offs')
    await waitFor(() => deepQuery(canvasElement, '#waiting-heading'), 'the write-offs')
  },
}
export const Payments: Story = {
  width: 960,
  render: () => desk(),
  play: ({ canvasElement }) => toPayments(canvasElement),
}
export const OnePayment: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await toPayments(canvasElement)
    await clickOn(canvasElement, '.payments .open')
    await waitFor(() => deepQuery(canvasElement, '.needs-work'), 'the line that fits nobody')
  },
}
export const NoPayments: Story = {
  width: 960,
  render: () => desk({ listRemittances: () => ({ items: [], nextCursor: null }) }),
  play: ({ canvasElement }) => toPayments(canvasElement),
}
const toHeld = async (canvasElement: HTMLElement): Promise<void> => {
  await clickOn(canvasElement, '#tab-held')
  await waitFor(() => deepQuery(canvasElement, '#held-heading'), 'the held lines')
}
export const HeldLines: Story = {
  width: 960,
  render: () => desk(),
  play: ({ canvasElement }) => toHeld(canvasElement),
}
export const NoHeldLines: Story = {
  width: 960,
  render: () => desk({ listHeldLines: () => ({ items: [], nextCursor: null }) }),
  play: ({ canvasElement }) => toHeld(canvasElement),
}
export const NothingHeld: Story = {
  width: 960,
  render: () => {
    const none = () => ({ items: [], nextCursor: null })
    return desk({ listHeldLines: none, listMailboxFiles: none })
  },
  play: ({ canvasElement }) => toHeld(canvasElement),
}
export const UnreadableFile: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await toHeld(canvasElement)
    await clickOn(canvasElement, '#file-file-count')
    await clickOn(canvasElement, '#show-file')
    await waitFor(() => deepQuery(canvasElement, 'pre'), 'the file')
  },
}
export const FailingFile: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await toHeld(canvasElement)
    await clickOn(canvasElement, '#file-file-failing')
    await clickOn(canvasElement, '#aside')
    await waitFor(() => deepQuery(canvasElement, '#aside-error'), 'what is missing')
  },
}
export const HeldLine: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await toHeld(canvasElement)
    await clickOn(canvasElement, '#held-line-stranger')
    await clickOn(canvasElement, '[name=candidate]')
  },
}
/** A refusal of a next payer: no one can post it, and its claim is where the answer is written down. */
export const RefusedByNextPayer: Story = {
  width: 960,
  render: () => {
    const { getHeldLine } = createSampleWorld().handlersFor('practitioner')
    return desk({
      getHeldLine: async (input) => ({
        ...((await getHeldLine?.(input)) as HeldLineDetail),
        ...{ holdReason: 'next-payer-refused', claimId: 'claim-paid', candidates: [] },
      }),
    })
  },
  play: async ({ canvasElement }) => {
    await toHeld(canvasElement)
    await clickOn(canvasElement, '#held-line-foreign')
  },
}
export const UnknownPayer: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await toHeld(canvasElement)
    await clickOn(canvasElement, '#held-line-foreign')
    await clickOn(canvasElement, '[name=candidate]')
    await clickOn(canvasElement, '#confirm')
  },
}
export const MedicareSecond: Story = { width: 960, render: () => claim('paid', medicareSecond()) }
export const ThirdPayer: Story = {
  width: 960,
  render: () => {
    const { getClaim } = createSampleWorld().handlersFor('practitioner')
    return claim('paid', {
      getClaim: async (input) => {
        const paid = (await getClaim?.(input)) as Claim
        const { waitsFor } = paid.nextPayer ?? {}
        const second = { coverageId: 'coverage-second', paidCents: 1_400, discountCents: 0, patientCents: 600 }
        const answers = [{ ...second, at: paid.submittedAt ?? '', claimNumber: 'C0000-0000-0002' }]
        return waitsFor ? { ...paid, nextPayer: { answers, waitsFor: { ...waitsFor, amountCents: 600 } } } : paid
      },
    })
  },
}
export const NextPayerForwarded: Story = {
  width: 960,
  render: () => {
    const { getClaim } = createSampleWorld().handlersFor('practitioner')
    return claim('paid', {
      getClaim: async (input) => {
        const paid = (await getClaim?.(input)) as Claim
        return paid.nextPayer ? { ...paid, nextPayer: { ...paid.nextPayer, forwarded: true } } : paid
      },
    })
  },
}
export const NextPayerWrongSum: Story = {
  width: 960,
  render: () => claim('paid'),
  play: async ({ canvasElement }) => {
    await clickOn(canvasElement, '#next-payer-heading ~ form button')
    await waitFor(() => deepQuery(canvasElement, '#next-error'), 'what is wrong')
  },
}
export const HeldLineNotPostable: Story = {
  width: 960,
  render: () => desk({ matchHeldLine: () => problem(409, 'line_not_postable') }),
  play: async ({ canvasElement }) => {
    await toHeld(canvasElement)
    await clickOn(canvasElement, '#held-line-stranger')
    await clickOn(canvasElement, '[name=candidate]')
    await clickOn(canvasElement, '#post')
    await waitFor(() => deepQuery(canvasElement, '[role=alert]'), 'the reason')
  },
}
export const UnbalancedPayment: Story = {
  width: 960,
  render: () => desk(),
  play: async ({ canvasElement }) => {
    await toPayments(canvasElement)
    await clickOn(canvasElement, '#payment-remittance-odd')
    await clickOn(canvasElement, '#work-payment')
    await clickOn(canvasElement, '#aside')
    await waitFor(() => deepQuery(canvasElement, '#aside-error'), 'what is missing')
  },
}
