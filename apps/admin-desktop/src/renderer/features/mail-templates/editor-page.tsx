import type { Locale } from '@forewarn/core/kernel/locale';
import { Anchor, SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTRPC } from '../../api.ts';
import { Page } from '../../app/page.tsx';
import { QueryView } from '../../app/query-view.tsx';
import { Editor } from './editor.tsx';
import { useTemplatesText } from './text.ts';

const route = getRouteApi('/inside/mail-templates/$kind/$locale');

/** One mail in one language. */
export function MailTemplatePage() {
  const t = useTemplatesText();
  const trpc = useTRPC();
  const { kind, locale: given } = route.useParams();
  const navigate = route.useNavigate();
  const locale: Locale = given === 'en' ? 'en' : 'zh-CN';
  const template = useQuery(trpc.admin.templates.get.queryOptions({ kind, locale }));
  return (
    <Page
      title={template.data?.name ?? t.title}
      hint={
        <Anchor size="sm" renderRoot={(props) => <Link to="/mail-templates" {...props} />}>
          {t.back}
        </Anchor>
      }
      actions={
        <SegmentedControl
          value={locale}
          onChange={(next) => void navigate({ params: { kind, locale: next } })}
          data={[
            { value: 'zh-CN', label: t.language['zh-CN'] },
            { value: 'en', label: t.language.en },
          ]}
        />
      }
    >
      <QueryView query={template}>
        {(detail) => <Editor key={`${kind} ${locale} ${detail.state.version}`} template={detail} />}
      </QueryView>
    </Page>
  );
}
