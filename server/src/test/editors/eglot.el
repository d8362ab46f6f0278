;;; eglot.el --- run by server/src/test/editors/run  -*- lexical-binding: t -*-
;; Works with Eglot 1.9 from Debian's elpa-eglot and with the one that later versions of Emacs bring.
(require 'cl-lib)
(require 'package)
(setq make-backup-files nil create-lockfiles nil auto-save-default nil
      package-user-dir (expand-file-name "elpa" (getenv "HOME")))
(when (< emacs-major-version 29)
  (setq package-directory-list '("/usr/share/emacs/site-lisp/elpa"))
  (package-initialize))
(require 'eglot)

(defun check (ok what &optional detail)
  (princ (format "%s %s%s\n" (if ok "ok  " "FAIL") what (if detail (format ": %s" detail) "")))
  (unless ok (kill-emacs 1)))

(defun wait (probe)
  "Serve processes and timers until PROBE returns non-nil."
  (let ((end (+ (float-time) 30)) value)
    (while (and (not (setq value (funcall probe))) (< (float-time) end))
      (accept-process-output nil 0.05))
    value))

(defun go (line column)
  "Put point at LINE and COLUMN, counted from 0."
  (goto-char (point-min))
  (forward-line line)
  (forward-char column))

(defun plan (name) (expand-file-name name (getenv "PLANS")))

(define-derived-mode genplan-mode prog-mode "GenPlan"
  (setq-local comment-start "// " indent-tabs-mode nil tab-width 2))
(add-to-list 'auto-mode-alist '("\\.genplan\\'" . genplan-mode))
(add-to-list 'eglot-server-programs
             (list 'genplan-mode (getenv "GENPLAN") "lsp" "--lang" "en"))
(setq eglot-sync-connect 30 eglot-autoshutdown nil
      eglot-confirm-server-initiated-edits nil eglot-confirm-server-edits nil)

(condition-case failure
    (let ((buffer (find-file (plan "plan.genplan"))))
      ;; In batch mode no command loop starts what is put off.
      (apply #'eglot--connect (eglot--guess-contact))
      (check (wait #'eglot-managed-p) "the server starts")

      (flymake-start)
      (let ((found (wait (lambda ()
                           (cl-find "nothing gives one" (flymake-diagnostics)
                                    :key #'flymake-diagnostic-text :test #'string-search)))))
        (check found "findings" (and found (flymake-diagnostic-text found)))
        (check (= 9 (line-number-at-pos (flymake-diagnostic-beg found))) "findings in their line"))

      (go 11 0)
      (let* ((capf (eglot-completion-at-point))
             (labels (mapcar #'substring-no-properties (all-completions "" (nth 2 capf)))))
        (check (cl-find "finetune" labels :test #'string-prefix-p) "completion" labels)
        (check (not (cl-find-if (lambda (label) (string-search "${" label)) labels))
               "no snippets for a client without them"))

      (go 8 13)
      (let (doc)
        (dolist (each (remq t eldoc-documentation-functions))
          (funcall each (lambda (string &rest _) (setq doc (concat doc string)))))
        (check (wait (lambda () (and doc (string-search "policy" doc)))) "hover" doc))

      (go 7 11)
      (call-interactively #'xref-find-definitions)
      (check (string-suffix-p "models.genplan" buffer-file-name) "definition in another file")
      (check (= 2 (line-number-at-pos)) "definition in its line")
      (switch-to-buffer buffer)

      (go 7 11)
      (eglot-rename "house-model")
      (check (string-search "model:  house-model" (buffer-string)) "rename here")
      (check (string-search "model house-model {"
                            (with-current-buffer (find-file-noselect (plan "models.genplan"))
                              (buffer-string)))
             "rename in the other file")
      (eglot--signal-textDocument/didChange)

      (go 8 12)
      (let ((fix (cl-find-if (lambda (action) (string-search "reward model" (plist-get action :title)))
                             (eglot-code-actions (point) (point)))))
        (check fix "code action" (plist-get fix :title))
        (unless (plist-get fix :edit)
          (setq fix (jsonrpc-request (eglot-current-server) :codeAction/resolve fix)))
        (eglot--apply-workspace-edit (plist-get fix :edit)))
      (check (string-match-p "^reward [a-z-]+ {" (buffer-string)) "the reward model is added")
      (eglot--signal-textDocument/didChange)

      (eglot-format-buffer)
      (check (string-search "  method:  ppo { kl: 0.05 }" (buffer-string)) "formatting")
      (eglot-shutdown (eglot-current-server))
      (kill-emacs 0))
  (error
   (princ (format "FAIL %s\n" (error-message-string failure)))
   (kill-emacs 1)))
;;; eglot.el ends here
