import { nodeResolve } from '@rollup/plugin-node-resolve'
import { rollup } from 'rollup'
import esbuild from 'rollup-plugin-esbuild'
import { gzipSync } from 'node:zlib'
import { minifyTemplates } from './minify-templates.ts'
const gz=(s:string)=>gzipSync(s,{level:9}).length
const b = await rollup({ input: process.argv[2], external: [/^@visitkit\/sdk/, '@daily-co/daily-js'], plugins: [nodeResolve({ extensions: ['.ts', '.js'], exportConditions: ['browser', 'production'], browser: true }), esbuild({ target: 'es2022', minify: true, tsconfig: false, legalComments: 'none' }), minifyTemplates()] })
const { output } = await b.generate({ format: 'es', compact: true })
if(process.argv[3]) { const {writeFileSync}=await import("node:fs"); writeFileSync(process.argv[3], output[0].code) }
for (const c of output) { if (c.type!=='chunk'||c.isDynamicEntry && !c.isEntry) continue
 const all=Object.entries(c.modules).filter(([,m])=>m.code); const whole=gz(all.map(([,m])=>m.code).join('\n'))
 console.log(c.fileName, c.code.length, gz(c.code), whole);
 for (const [id,m] of all) console.log(String(whole-gz(all.filter(([i])=>i!==id).map(([,m])=>m.code).join('\n'))).padStart(6), id.replace('/work/main/','')) }
