/** A file that goes to the service as soon as it is chosen; an act then names it by its hash. */
import { FileInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Refused, upload } from '../api/client.js';
import { useHere } from '../session/session.js';
import { words } from '../words/words.js';
import { ProblemNotice } from './problem-notice.js';

export function UploadField(props: {
  label: string;
  says: string;
  onUploaded: (hash: string | null) => void;
}) {
  const { site } = useHere();
  const sent = useMutation({
    mutationFn: (file: File) => upload(site.site, file),
    onSuccess: ({ sha256 }) => {
      props.onUploaded(sha256);
    },
  });
  return (
    <div className="stack">
      <FileInput
        label={props.label}
        description={props.says}
        placeholder={words.choose}
        accept="application/pdf,image/png,image/jpeg,image/tiff"
        clearable
        clearButtonProps={{ 'aria-label': words.clear }}
        onChange={(file) => {
          props.onUploaded(null);
          if (file === null) sent.reset();
          else sent.mutate(file);
        }}
      />
      {sent.isPending && <p role="status">{words.loading}</p>}
      {sent.isSuccess && (
        <p className="quiet small" role="status">
          {words.receive.uploaded}: <code>{sent.data.sha256}</code>
        </p>
      )}
      {sent.error !== null && (
        <ProblemNotice
          problem={sent.error instanceof Refused ? sent.error.problem : 'unreachable'}
        />
      )}
    </div>
  );
}
