import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '../needs.js';
import { refusalCatalogue } from '../../kernel/refusal.js';
import { statusOf } from '../refusal-status.js';

/** The page to which a problem's `type` leads: every code, its meaning, and where the rule stands. */
@ApiExcludeController()
@Anyone()
@Controller('api/docs')
export class ProblemPageController {
  @Get('problems')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): string {
    const rows = [...refusalCatalogue()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, { rule, source }]) => {
        const cells = [`<code>${escaped(code)}</code>`, String(statusOf(code)), escaped(rule), escaped(source ?? '')];
        return `<tr id="${escaped(code)}">${cells.map((cell, at) => (at === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`;
      });
    const head = ['Code', 'Status', 'Rule', 'Source'].map((title) => `<th scope="col">${title}</th>`).join('');
    return (
      '<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Quorate: problems</title>' +
      '<style>body{font:1rem/1.5 sans-serif;margin:2rem}th,td{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0}:target{background:#ffd}</style></head>' +
      `<body><h1>Problems</h1><table><thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody></table></body></html>`
    );
  }
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]!);
