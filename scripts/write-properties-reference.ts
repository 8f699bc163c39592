import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { propertiesFor, readMinimumNecessary, readRoles } from './properties-by-role.ts'

export const propertiesPage = join(import.meta.dirname, '../docs/reference/properties.md')

const opening = `<!-- Written by \`node scripts/write-properties-reference.ts\` from the contract, the permissions and packs/policy/minimum-necessary.json. Do not edit. -->

# Properties by role

Which property of PHI an operation can return to which role. A role that may call no operation with a property has no mark; so has one for which the server omits it (\`@readableWith\` in the contract). Reach is not in the table: a practitioner reads this of the patients whom they treat, a patient of themselves.

\`packs/policy/minimum-necessary.json\` says which classes of PHI the work of each role needs. What a role receives of other classes is listed there with a reason, and what it never receives by name. A test compares these rules with the table ([45 CFR 164.502(b)](../compliance/what-is-enforced.md)).`

/** The expected content of the page. */
export const propertiesReference = async (): Promise<string> => {
  const roles = Object.entries(readRoles()).map(
    ([role, granted]) => [role, propertiesFor(new Set(Object.keys(granted)))] as const,
  )
  const all = new Map(roles.flatMap(([, properties]) => [...properties].map(([name, { class: phi }]) => [name, phi])))
  const rows = [...all]
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'))
    .map(
      ([name, phi]) => `| \`${name}\` | ${phi} | ${roles.map(([, has]) => (has.has(name) ? 'x' : '')).join(' | ')} |`,
    )
  const head = `| property | class | ${roles.map(([role]) => role).join(' | ')} |\n| --- | --- | ${roles.map(() => '---').join(' | ')} |`
  const { exceptions } = readMinimumNecessary()
  const reasons = Object.entries(exceptions).flatMap(([role, each]) =>
    Object.entries(each).map(([name, why]) => `| ${role} | \`${name}\` | ${why} |`),
  )
  return format(
    `${opening}\n\n${head}\n${rows.join('\n')}\n\n## Exceptions\n\n| role | model or property | why |\n| --- | --- | --- |\n${reasons.join('\n')}\n`,
    { ...(await resolveConfig(propertiesPage)), parser: 'markdown' },
  )
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  await writeFile(propertiesPage, await propertiesReference())
