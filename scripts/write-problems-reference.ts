import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { operations } from '@visitkit/contract/operations'
import { listProblems, type ListedProblem } from './list-problems.ts'
import { problemGuide } from './problem-guide.ts'

export const problemsPage = join(import.meta.dirname, '../docs/reference/problems.md')

const cell = (text: string): string => text.replaceAll('|', '\\|')

/** The methods whose operations declare the code; other codes can come from any operation. */
const methodsOf = (code: string): string => {
  const methods = Object.values(operations)
    .filter(({ problems }) => problems.some((one) => one === code))
    .map(({ clientMethod }) => `\`${clientMethod}\``)
  return methods.toSorted().join(', ')
}

const row = ({ code, statuses, details }: ListedProblem, remedy: string): string =>
  `| \`${code}\` | ${statuses.join(', ')} | ${cell(details.join(' / '))} | ${cell(remedy)} | ${methodsOf(code)} |`

/** The expected content of the page. Throws when a code has no remedy, or a remedy no code. */
export const problemsReference = async (): Promise<string> => {
  const problems = new Map((await listProblems()).map((problem) => [problem.code, problem]))
  const explained = new Set(problemGuide.flatMap(({ remedies }) => Object.keys(remedies)))
  const faults = [
    ...[...problems.keys()]
      .filter((code) => !explained.has(code))
      .map((code) => `${code} has no remedy in scripts/problem-guide.ts`),
    ...[...explained]
      .filter((code) => !problems.has(code))
      .map((code) => `${code} is never returned; remove it from scripts/problem-guide.ts`),
  ]
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const groups = problemGuide.map(({ heading, remedies }) => {
    const rows = Object.entries(remedies).map(([code, remedy]) => row(problems.get(code) as ListedProblem, remedy))
    return `## ${heading}\n\n| code | status | detail | what to do | methods |\n| --- | --- | --- | --- | --- |\n${rows.join('\n')}`
  })
  return format(`${opening}\n\n${groups.join('\n\n')}\n\n${closing}\n`, {
    ...(await resolveConfig(problemsPage)),
    parser: 'markdown',
  })
}

const opening = `<!-- Written by \`node scripts/write-problems-reference.ts\` from the server's source and scripts/problem-guide.ts. Do not edit. -->

# Problems

Every refusal is \`application/problem+json\` (RFC 9457):

\`\`\`json
{
  "type": "urn:visitkit:problem:invalid_request",
  "title": "Bad Request",
  "status": 400,
  "code": "invalid_request",
  "detail": "Some properties are not as they should be.",
  "errors": [{ "pointer": "/reason", "code": "too_long", "message": "Must be at most 500 characters long." }],
  "requestId": "0193f2a4-6c1e-7d3b-9a52-7f0c2b1e4d60"
}
\`\`\`

- Decide by \`code\`. It is stable; \`detail\` is for people and may be reworded.
- \`errors\` lists every faulty property: a JSON pointer into the body, or \`query:<name>\`, \`path:<name>\`, \`header:<name>\`, \`question:<linkId>\`.
- A problem never repeats a value of the request.
- The token endpoint adds \`error\` and \`error_description\` (RFC 6749).
- "Methods" lists the methods of the typed client that declare the code. A code without methods can come from any.
- In "detail", \`…\` is a variable part; \`/\` separates the texts of different cases.`

const closing = `## Codes of one faulty property

| code | meaning |
| --- | --- |
| \`required\` | the property is missing |
| \`unknown_property\` | it is not in the contract |
| \`wrong_type\`, \`wrong_format\`, \`unknown_value\` | its form is not that of the contract |
| \`too_short\`, \`too_long\`, \`too_few\`, \`too_many\`, \`out_of_range\` | it is outside its limits |
| \`repeated\` | it occurs twice |
| \`invalid\` | another fault |

Operations add their own codes for rules that the schema cannot express, e.g. \`window_too_long\`.

## Codes of the client only

The SDK rejects with the same class when it has no valid response; \`status\` is 0 when there was no response.

| code | meaning | what to do |
| --- | --- | --- |
| \`connection_failed\` | no connection, even after the retries | say so, offer to try again; nothing was lost |
| \`timed_out\` | no response in time | the same; an idempotent call can be repeated safely |
| \`unexpected_response\` | an intermediary responded instead of the server | check proxies and \`baseUrl\` |
| \`session_unavailable\` | the page's own \`getSession\` failed; its error is the \`cause\` | check the portal's back end |
| \`session_ended\` | \`getSession\` returned null: no person is signed in | the person signs in |`

if (import.meta.main) await writeFile(problemsPage, await problemsReference())
