# PowerShell completion for hegao. Put this into $PROFILE:
#   hegao completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName hegao -ScriptBlock {
    param($word, $ast, $position)
    $words = @($ast.CommandElements | Where-Object { $_.Extent.StartOffset -lt $position } | ForEach-Object {
            if ($_ -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $_.Value } else { $_.ToString() }
        })
    # A word that isn't begun yet: an empty argument would be left out by older
    # PowerShells; hegao knows the marks that newer ones leave on.
    if ($word -eq '') { $words += '""' }
    $arguments = @($words | Select-Object -Skip 1)
    & $words[0] __complete @arguments 2>$null | ForEach-Object {
        if ($_ -eq ':files') {
            [System.Management.Automation.CompletionCompleters]::CompleteFilename($word)
        } elseif ($_ -ne '') {
            $value, $tip = $_ -split "`t", 2
            if (-not $tip) { $tip = $value }
            [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $tip)
        }
    }
}
