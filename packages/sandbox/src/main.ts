import { readFile } from 'node:fs/promises'
import { startSandbox, type SandboxOptions } from './start-sandbox.ts'

/**
 * The sandbox as a process: `node packages/sandbox/src/main.ts options.json`, or with the same JSON in SANDBOX_OPTIONS, so that secrets are
 * not in a file or in the list of processes. Prints one line for each partner and `sandbox ready`; ends on SIGINT and SIGTERM.
 */
const readOptions = async (): Promise<SandboxOptions> => {
  const file = process.argv[2]
  const text = file === undefined ? process.env['SANDBOX_OPTIONS'] : await readFile(file, 'utf8')
  if (text === undefined)
    throw new Error('Name a file with options, or set SANDBOX_OPTIONS. See packages/sandbox/README.md for an example.')
  try {
    return JSON.parse(text) as SandboxOptions
  } catch {
    throw new Error(`${file ?? 'SANDBOX_OPTIONS'} is not JSON.`)
  }
}

try {
  const sandbox = await startSandbox(await readOptions())
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void sandbox.stop().then(() => process.exit(0)))
  if (sandbox.identityProvider) console.log(`identity provider: ${sandbox.identityProvider.issuer}`)
  if (sandbox.video)
    console.log(`video vendor: ${sandbox.video.apiBase}, call machine: ${sandbox.video.callMachineUrl}`)
  if (sandbox.pharmacy) console.log(`pharmacy network: ${sandbox.pharmacy.url}`)
  if (sandbox.laboratory)
    console.log(`laboratory: MLLP ${sandbox.laboratory.port}, desk ${sandbox.laboratory.controlUrl}`)
  if (sandbox.clearinghouse) console.log(`clearinghouse: ${sandbox.clearinghouse.apiBase}`)
  if (sandbox.payments) console.log(`payment processor: ${sandbox.payments.url}`)
  if (sandbox.mail) console.log(`mail: SMTP ${sandbox.mail.smtpPort}, inbox ${sandbox.mail.url}`)
  if (sandbox.sms) console.log(`text messages: ${sandbox.sms.url}`)
  if (sandbox.witness) console.log(`witness of the audit ledger: ${sandbox.witness.url}`)
  console.log('sandbox ready')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
