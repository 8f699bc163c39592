import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The call machine as one classic script, which daily-js loads with a script element under `avoidEval`. */
export const bundleCallMachine = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('./call-machine/call-machine-object-bundle.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  const [file] = outputFiles
  if (!file) throw new Error('the call machine did not build')
  return file.text
}
