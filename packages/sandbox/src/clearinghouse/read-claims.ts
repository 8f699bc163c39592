import { isBalanced, isInTurn, readCas, readParty, type Draft, type DraftPrior, type Mutable } from './claim-draft.ts'
import { segmentOrder } from './segment-order.ts'
import type { ClaimBatch, GrammarError, Party } from './submitted-claim.ts'
import { cents, type Interchange } from './x12.ts'

/**
 * Reads an 837P from top to bottom and tracks the current entity. Every segment must be one that professional claims have at that position,
 * in the order of the guide. Other segments, and missing ones, are errors with their position.
 */
export const readClaims = (interchange: Interchange): ClaimBatch => {
  const errors: GrammarError[] = []
  const claims: Draft[] = []
  let reference = ''
  let submitter = ''
  let loop = 'HEAD'
  let person: Mutable<Party> | null = null
  let billing = { ...readParty([]), taxonomy: '', taxQualifier: '', taxId: '' }
  let subscriber = readParty([])
  let payer = readParty([])
  let patient: Mutable<Party> | null = null
  let filing = ''
  let insuranceType = ''
  let groupNumber = ''
  let relationship = ''
  let order = ''
  let claim: Draft | null = null
  /** The payer before this one whose decision is being read. */
  let prior: DraftPrior | null = null

  const bad = (position: number, tag: string, code: string, element: number | null = null): void => {
    errors.push({ tag, position, loop, element, code })
  }
  const finish = (position: number): void => {
    if (!claim) return
    if (claim.diagnoses.length === 0) bad(position, 'HI', '3')
    if (!claim.rendering) bad(position, 'NM1', '3')
    if (claim.lines.length === 0) bad(position, 'LX', '3')
    if (!isInTurn(claim)) bad(position, 'SBR', '3')
    if (claim.priors.some(({ payer: by, subscriber: of }) => by.id === '' || of.id === '')) bad(position, 'NM1', '3')
    if (!isBalanced(claim)) bad(position, 'SVD', '7')
    if (claim.lines.some((line) => line.day === '' || line.code === '')) bad(position, 'SV1', '3')
    claim = null
    prior = null
  }

  const isInOrder = segmentOrder()
  interchange.segments.forEach((segment, index) => {
    const position = index + 1
    const [tag = '', one = '', two = '', three = ''] = segment
    // IK304 `7`: the segment is not in its proper sequence.
    if (!isInOrder(segment)) bad(position, tag, '7')
    if (segment.some((text) => /[^\x20-\x7e]|[a-z]/.test(text.replaceAll(interchange.componentSeparator, ''))))
      bad(position, tag, '6', 1)
    switch (tag) {
      case 'ST':
      case 'SE':
        if (tag === 'SE') finish(position)
        return
      case 'BHT':
        if (one !== '0019' || segment[6] !== 'CH') bad(position, tag, '8')
        reference = three
        return
      case 'HL': {
        finish(position)
        loop = three === '20' ? '2000A' : three === '22' ? '2000B' : three === '23' ? '2000C' : '?'
        if (loop === '?') bad(position, tag, '7', 3)
        if (three !== '23') {
          patient = null
          relationship = ''
        }
        return
      }
      case 'NM1': {
        person = readParty(segment)
        const at = `${loop[0] === '2' && claim ? 'claim' : ''}${one}`
        if (one === '41') submitter = person.id
        else if (one === '40') loop = '1000B'
        else if (one === '85') {
          loop = '2010AA'
          billing = { ...billing, ...person }
          person = billing
        } else if (one === 'IL' && prior) prior.subscriber = person
        else if (one === 'PR' && prior) prior.payer = person
        else if (one === 'IL') subscriber = person
        else if (one === 'PR') payer = person
        else if (one === 'QC') patient = person
        else if (at === 'claimDN' && claim) claim.referring = person
        else if (at === 'claim82' && claim) claim.rendering = person
        else if (at === 'claimDQ' && claim) claim.supervising = person
        else bad(position, tag, '2')
        return
      }
      case 'PER':
        if (one !== 'IC') bad(position, tag, '7', 1)
        return
      case 'PRV':
        if (one === 'BI') billing = { ...billing, taxonomy: three }
        else if (one === 'PE' && claim) claim.renderingTaxonomy = three
        else bad(position, tag, '2')
        return
      case 'SBR':
        if (claim) {
          loop = '2320'
          const nobody = readParty([])
          prior = {
            ...{ order: one, relationship: two, groupNumber: three, filing: segment[9] ?? '' },
            ...{ subscriber: nobody, payer: nobody, number: '', paid: 0, left: 0, day: '', cas: [], lines: [] },
          }
          claim.priors.push(prior)
          return
        }
        if (!['P', 'S', 'T'].includes(one)) bad(position, tag, '7', 1)
        order = one
        relationship = two
        groupNumber = three
        insuranceType = segment[5] ?? ''
        filing = segment[9] ?? ''
        return
      case 'PAT':
        relationship = one
        return
      case 'N3':
        if (!person) return bad(position, tag, '2')
        person.address = { line1: one, line2: two, city: '', state: '', zip: '' }
        return
      case 'N4':
        if (!person?.address) return bad(position, tag, '2')
        Object.assign(person.address, { city: one, state: two, zip: three })
        return
      case 'DMG':
        if (!person) return bad(position, tag, '2')
        person.birth = two
        person.gender = three
        return
      case 'CLM': {
        finish(position)
        loop = '2300'
        const [place = '', qualifier = '', frequency = ''] = (segment[5] ?? '').split(interchange.componentSeparator)
        if (qualifier !== 'B') bad(position, tag, '7', 5)
        claim = {
          control: one,
          total: cents(two),
          place,
          frequency,
          original: '',
          authorization: '',
          patientPaid: 0,
          filing,
          insuranceType,
          groupNumber,
          relationship: relationship === '18' ? '' : relationship,
          billing,
          subscriber,
          patient,
          payer,
          referring: null,
          rendering: null,
          renderingTaxonomy: '',
          supervising: null,
          diagnoses: [],
          lines: [],
          order,
          priors: [],
        }
        prior = null
        claims.push(claim)
        return
      }
      case 'AMT':
        if (prior && (one === 'D' || one === 'EAF')) {
          const decided = prior.lines.at(-1) ?? prior
          if (one === 'EAF') decided.left = cents(two)
          else prior.paid = cents(two)
        } else if (claim && !prior && one === 'F5') claim.patientPaid = cents(two)
        else bad(position, tag, '2')
        return
      case 'REF':
        if (loop === '2010AA' && (one === 'EI' || one === 'SY')) {
          billing.taxQualifier = one
          billing.taxId = two
          return
        }
        if (prior && one === 'F8') prior.number = two
        else if (claim && one === 'F8') claim.original = two
        else if (claim && one === 'G1') claim.authorization = two
        else {
          const line = claim?.lines.at(-1)
          if (!line || one !== '6R') return bad(position, tag, '2')
          line.reference = two
        }
        return
      case 'PWK':
      case 'NTE':
        if (!claim) bad(position, tag, '2')
        return
      case 'HI':
        if (!claim) return bad(position, tag, '2')
        claim.diagnoses = segment.slice(1).map((element, place) => {
          const [kind = '', code = ''] = element.split(interchange.componentSeparator)
          if (kind !== (place === 0 ? 'ABK' : 'ABF')) bad(position, tag, '7', place + 1)
          return code
        })
        return
      case 'LX':
        if (!claim) return bad(position, tag, '2')
        prior = null
        if (one !== String(claim.lines.length + 1)) bad(position, tag, '7', 1)
        claim.lines.push({
          code: '',
          modifiers: [],
          charge: 0,
          units: 0,
          place: '',
          pointers: [],
          day: '',
          reference: '',
        })
        return
      case 'SV1': {
        const line = claim?.lines.at(-1)
        if (!line) return bad(position, tag, '2')
        const [kind, code = '', ...modifiers] = one.split(interchange.componentSeparator)
        if (kind !== 'HC' || three !== 'UN') bad(position, tag, '7', 1)
        line.code = code
        line.modifiers = modifiers
        line.charge = cents(two)
        line.units = Number(segment[4])
        line.place = segment[5] ?? ''
        line.pointers = (segment[7] ?? '').split(interchange.componentSeparator).map(Number)
        if (line.pointers.some((each) => !(each >= 1 && each <= (claim?.diagnoses.length ?? 0))))
          bad(position, tag, '7', 7)
        return
      }
      case 'CAS':
        if (!prior) return bad(position, tag, '2')
        ;(prior.lines.at(-1) ?? prior).cas.push(...readCas(segment))
        return
      case 'OI':
        if (!prior || three !== 'Y' || segment[6] !== 'Y') bad(position, tag, '2')
        return
      case 'SVD': {
        const line = claim?.lines.at(-1)
        const decided = claim?.priors.find(({ payer: by }) => by.id === one)
        if (!decided) return bad(position, tag, '7', 1)
        if (!claim || !line || decided.lines.length !== claim.lines.length - 1) return bad(position, tag, '2')
        prior = decided
        const service = three.split(interchange.componentSeparator).slice(1).join(' ')
        if (service !== [line.code, ...line.modifiers].join(' ')) bad(position, tag, '7', 3)
        const units = Number(segment[5])
        prior.lines.push({ payerId: one, paid: cents(two), service, units, left: 0, day: '', cas: [] })
        return
      }
      case 'DTP': {
        if (one === '573' && prior) {
          if (two !== 'D8' || !/^\d{8}$/.test(three)) return bad(position, tag, '2')
          const decided = prior.lines.at(-1) ?? prior
          decided.day = three
          return
        }
        const line = claim?.lines.at(-1)
        if (!line || one !== '472' || two !== 'D8' || !/^\d{8}$/.test(three)) return bad(position, tag, '2')
        line.day = three
        return
      }
      default:
        bad(position, tag, '2')
    }
  })
  if (claims.length === 0) bad(interchange.segments.length, 'CLM', '3')
  return { reference, submitter, claims, errors }
}
