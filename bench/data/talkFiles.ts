import {mkdirSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {talkFacts, type TalkFacts} from './benchData.ts'
import {koreanTalk} from './koreanTalk.ts'

const {frontMatter} = koreanTalk()

/** Writes a Hugo site of that many talks below `folder`: the Korean talk's front matter with its comments, bodies of about 2 KB. */
export function writeTalkFiles(folder: string, talks: number): void {
  for (let index = 0; index < talks; index++) {
    const bundle = join(folder, 'content/event', `백엔드-talk-${index}`)
    mkdirSync(bundle, {recursive: true})
    writeFileSync(join(bundle, 'index.md'), talkFile(talkFacts(index, talks)))
  }
}

/** One page as the theme's own template has it. */
function talkFile(facts: TalkFacts): string {
  const yaml = frontMatter
    .replace(/^title: .*$/m, `title: '${facts.title.replaceAll("'", "''")}'`)
    .replace(/^date: .*$/m, `date: '${facts.start}'`)
    .replace(/^date_end: .*$/m, `date_end: '${facts.end}'`)
    .replace(
      /^authors:\n {2}- admin$/m,
      `authors:\n${facts.authors.map((author) => `  - author-${author}`).join('\n')}`,
    )
    .replace(/^tags: \[\]$/m, `tags: [${facts.tags.join(', ')}]`)
  return `---\n${yaml}\n---\n\n${body(facts)}`
}

function body(facts: TalkFacts): string {
  const {sentence, index} = facts
  return `## ${sentence(3)}

**${sentence(2)}**: ${sentence(30)}. See [${sentence(2)}](https://example.org/talks/${index}) and *${sentence(3)}*.

- ${sentence(6)}
- ${sentence(5)} with \`${index}\`
- **${sentence(2)}** ${sentence(6)}

### ${sentence(4)}

${sentence(35)}.

\`\`\`ts
export const talk${index} = await serve({port: ${3000 + (index % 1000)}})
\`\`\`

| ${sentence(1)} | ${sentence(1)} |
| --- | --- |
| ${sentence(2)} | ${sentence(3)} |
| ${sentence(2)} | ${sentence(2)} |

![${sentence(2)}](https://example.org/images/${index}.png)

> ${sentence(14)}

1. ${sentence(8)}
2. ${sentence(8)}

${sentence(30)}. **${sentence(3)}**: ${sentence(14)}.
`
}
