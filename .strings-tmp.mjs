// prints string literals outside tests with old-style words
import ts from 'typescript'
import fs from 'fs'
import {execSync} from 'child_process'
const files=execSync("git ls-files '*.ts'",{encoding:'utf8'}).split('\n').filter(f=>f&&!/\.test\.ts$|generated|\.(ar|es)\.ts$|\.stories\.ts$/.test(f)&&fs.existsSync(f))
const re=new RegExp(process.argv[2],'i'), only=process.argv[3]?new RegExp(process.argv[3]):null, not=process.argv[4]?new RegExp(process.argv[4]):null
for(const f of files){ if(only&&!only.test(f))continue; if(not&&not.test(f))continue; const t=fs.readFileSync(f,'utf8'); if(!re.test(t))continue
 const s=ts.createSourceFile(f,t,ts.ScriptTarget.Latest,true)
 const v=n=>{ if((ts.isStringLiteralLike(n)||ts.isTemplateHead(n)||ts.isTemplateMiddle(n)||ts.isTemplateTail(n))&&re.test(n.text)&&/ /.test(n.text.trim())&&!/^\s*(select|insert|update|delete|with)\b/i.test(n.text)){ for(const line of n.text.split('\n')) if(re.test(line)) console.log(f.replace('packages/reference-server/src','S')+':'+(s.getLineAndCharacterOfPosition(n.getStart()).line+1)+': '+line.trim().slice(0,260)) } n.forEachChild(v)}; v(s)}
