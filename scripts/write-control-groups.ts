import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { clausesOf, pagePath, rowsOfPage, type PageRow } from '../prove/clauses-of-page.ts'

const root = join(import.meta.dirname, '..')

interface Group {
  readonly slug: string
  readonly title: string
  readonly controls: readonly string[]
  /** What the organization has to do itself, in whole sentences. */
  readonly yours: string
}

const to = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => `C${String(first + index).padStart(2, '0')}`)

/** The sixty controls in the order in which a security officer asks about them. Each is in one group. */
export const controlGroups: readonly Group[] = [
  {
    slug: 'identity-and-sessions',
    title: 'Identity and sessions',
    controls: to(1, 9),
    yours:
      'Your identity provider signs people in, keeps their passwords and asserts the second step. Register its issuer, and require the strength of sign-in in your policy.',
  },
  {
    slug: 'access-rules',
    title: 'Access rules',
    controls: [...to(10, 15), 'C45'],
    yours:
      'Give people roles, care teams and cover as they work. Have counsel check the rules on minors. Review emergency accesses within three days.',
  },
  {
    slug: 'encryption-and-keys',
    title: 'Encryption and keys',
    controls: to(16, 21),
    yours:
      'Keep the master keys in your key service, rotate them, and keep the private backup key offline. Set the headers of your portal as the guide says.',
  },
  {
    slug: 'the-ledger',
    title: 'The ledger',
    controls: to(22, 31),
    yours:
      'Run the verifier every day, and let a witness that another party runs countersign the checkpoints. Answer what patients ask about an access before its deadline.',
  },
  {
    slug: 'watching-and-discipline',
    title: 'Watching and discipline',
    controls: ['C32', 'C33', 'C38', 'C59'],
    yours:
      'Name who handles cases and who owns each recurring duty. Record relatives and confidential patients, and choose how long each class of records is kept.',
  },
  {
    slug: 'consent-and-rights',
    title: 'Consent and the rights of patients',
    controls: [...to(34, 37), ...to(39, 44)],
    yours:
      'Have counsel check the texts, their translations and the rows of your states before you publish them. Answer requests before their clocks end.',
  },
  {
    slug: 'the-visit',
    title: 'The visit',
    controls: to(46, 51),
    yours: 'Keep licenses current. Offer interpreters and captioners, and let people who use them try your portal.',
  },
  {
    slug: 'vendors-and-region',
    title: 'Vendors and region',
    controls: ['C52', 'C53'],
    yours: 'Sign an agreement with each vendor and enter it with its dates. Keep backups and logs in your region.',
  },
  {
    slug: 'contingency',
    title: 'Contingency',
    controls: ['C54', 'C55'],
    yours: 'Run backups on a timer of yours, store them elsewhere, and drill the restore and the downtime list.',
  },
  {
    slug: 'clinical-and-claims',
    title: 'Prescriptions, results and claims',
    controls: ['C56', 'C57', 'C58'],
    yours:
      'Import releases of medicines and interactions that you may use, and name who is called about a critical value.',
  },
  {
    slug: 'evidence',
    title: 'Evidence',
    controls: ['C60'],
    yours: 'Run the evidence report for exactly the files that you deploy, and keep it with its signature.',
  },
]

const written = (from: string): string =>
  `<!-- Written by \`node scripts/write-control-groups.ts\` from ${from}. Do not edit. -->`

/** Links of a page in docs/compliance, for a page one folder below. */
const oneBelow = (text: string): string => text.replaceAll(/\]\((?!https?:)([^)]+)\)/g, '](../$1)')

const remarksOf = (text: string): readonly string[] =>
  [...text.matchAll(/(?<![\w*])_([^_]+)_(?![\w*])/g)].map(([, remark = '']) => remark)

const withoutRemarks = (text: string): string => text.replaceAll(/(?<![\w*])_[^_]+_(?![\w*])/g, '').trim()

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=\.) (?=[A-Z`])/)

const controlOf = ({ control, title, status, text, proof }: PageRow): string => {
  const limits = remarksOf(text)
  return [
    `## ${control} ${title}: ${status}`,
    sentencesOf(oneBelow(withoutRemarks(text)))
      .map((sentence) => `- ${sentence}`)
      .join('\n'),
    ...(limits.length > 0 ? [`**Limits.** ${oneBelow(limits.join(' '))}`] : []),
    `**Proof.** ${clausesOf(text).length} clauses, each with a safeguard that was switched off ([which](../proofs.md)): ${oneBelow(proof)}.`,
  ].join('\n\n')
}

const groupPage = (group: Group, rows: readonly PageRow[]): string =>
  [
    written('docs/compliance/what-is-enforced.md'),
    `# ${group.title}`,
    `For a security officer: what this release enforces, with the limits and the tests of each control. [All sixty](../what-is-enforced.md), [all limits](../limits.md), [forty questions](../questions.md).`,
    `**Yours to do.** ${group.yours}`,
    ...rows.filter(({ control }) => group.controls.includes(control)).map(controlOf),
  ].join('\n\n')

const limitsPage = (rows: readonly PageRow[]): string =>
  [
    written('docs/compliance/what-is-enforced.md'),
    '# Limits',
    'What each control does not do, who else has to do something for it, and what was not verified. No product can be certified under HIPAA, and this one does not claim to be. The organization that deploys it is responsible for its own compliance.',
    ...controlGroups.flatMap(({ slug, title, controls }) => [
      `## [${title}](groups/${slug}.md)`,
      rows
        .filter(({ control }) => controls.includes(control))
        .map(
          (row) =>
            `- **${row.control} ${row.title}** (${row.status}): ${remarksOf(row.text).join(' ') || 'none is known.'}`,
        )
        .join('\n'),
    ]),
  ].join('\n\n')

/** By path from the root of the repository. */
export const controlGroupPages = async (): Promise<ReadonlyMap<string, string>> => {
  const rows = rowsOfPage(await readFile(join(root, pagePath), 'utf8'))
  const pages = [
    ['docs/compliance/limits.md', limitsPage(rows)] as const,
    ...controlGroups.map((group) => [`docs/compliance/groups/${group.slug}.md`, groupPage(group, rows)] as const),
  ]
  const formatted = pages.map(async ([path, text]) => {
    const options = { ...(await resolveConfig(join(root, path))), parser: 'markdown' }
    return [path, await format(`${text}\n`, options)] as const
  })
  return new Map(await Promise.all(formatted))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  for (const [path, text] of await controlGroupPages()) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
