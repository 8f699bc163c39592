import { operation } from '../../../platform/contracts/operation.ts'
import { correctDisclosure as correct } from '../model/disclosure.ts'
import type { ComplianceContext } from '../ports.ts'
import { presentDisclosure } from '../presenters/present-disclosure.ts'
import { disclosureVersionConflict } from '../problems.ts'
import { readDisclosure, replaceDisclosure } from '../store/disclosures.ts'
import { namesInDisclosures, todayIn } from '../workflows/gather-disclosure.ts'

/** What it said before stays with it. */
export const correctDisclosure = operation<ComplianceContext>()('correctDisclosure', {
  gather: async ({ path }, ports, context) => {
    const before = await readDisclosure(context, path.disclosureId)
    const [today, names] = await Promise.all([todayIn(context, ports), namesInDisclosures(context, ports, [before])])
    return { before, today, names }
  },
  decide: ({ body: { version, ...facts } }, { before, today, names }, { caller, now }) => {
    if (version !== before.version) throw disclosureVersionConflict()
    const after = correct(before, facts, { by: caller.personId, now, today })
    return {
      writes: [replaceDisclosure(after, before)],
      answer: { status: 200, body: presentDisclosure(after, names) },
    }
  },
})
